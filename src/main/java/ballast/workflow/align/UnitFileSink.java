package ballast.workflow.align;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.workflow.Notices;
import ballast.workflow.exchange.ExportSink;
import ballast.workflow.exchange.UnitForm;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the units of aligned articles as a file for other programs, one by one, so that the use of
 * memory does not grow with their number. Units that the aligner doubts are left out, unless they
 * are wanted.
 *
 * <pre>{@code
 * try (OutputFile file = OutputFile.create(folder.resolve("article.tmx"), false)) {
 *   UnitFileSink units =
 *       new UnitFileSink(UnitForm.ofName("article.tmx"), false, file.stream(), Notices.NONE);
 *   new ArticleAlignment(Workplace.in(folder), Notices.NONE)
 *       .align(
 *           ArticleAlignment.Request.of("article.zh.txt", "article.en.txt")
 *               .into(new OutputFileSink(file, "article.tmx", units)));
 *   System.out.println(units.written() + " units, and " + units.doubtful() + " doubtful ones");
 * }
 * }</pre>
 */
public final class UnitFileSink implements AlignmentSink {

  private final UnitForm form;
  private final boolean withDoubtful;
  private final OutputStream out;
  private final Notices notices;
  private @Nullable AlignedText first;
  private @Nullable ExportSink file;

  /**
   * @param withDoubtful whether units are written that the aligner doubts and nobody has approved
   * @param out flushed at the end, not closed
   * @param notices is warned of what the form cannot hold
   */
  public UnitFileSink(UnitForm form, boolean withDoubtful, OutputStream out, Notices notices) {
    this.form = form;
    this.withDoubtful = withDoubtful;
    this.out = out;
    this.notices = notices;
  }

  @Override
  public Needs needs() {
    return Needs.UNITS;
  }

  @Override
  public void add(AlignedText text, List<Unit> units) {
    first = first == null ? text : first;
    units.forEach(unit -> write(unit, unit.sourceLang()));
  }

  @Override
  public void finish(RecordedUnits recorded) {
    Lang source = recorded.sourceLang();
    recorded.forEach(unit -> write(unit, source));
    try {
      (file == null ? empty(source) : file).finish().forEach(notices::warn);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many units were written. */
  public int written() {
    return file == null ? 0 : file.written();
  }

  /** How many units were left out because they are doubtful. */
  public int doubtful() {
    return file == null ? 0 : file.doubtful();
  }

  /**
   * Writes a unit, or leaves it out.
   *
   * @param source language of all source texts; null if there are several
   */
  private void write(Unit unit, @Nullable Lang source) {
    try {
      ExportSink into = file;
      if (into == null) {
        into = begin(source, unit.sourceLang(), unit.targetLang());
        file = into;
      }
      into.write(unit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file without units still needs its languages. */
  private ExportSink empty(@Nullable Lang source) throws IOException {
    if (first == null) {
      return begin(source, Lang.ZH_CN, Lang.EN_US);
    }
    Lang from = new Lang(first.source().language());
    return begin(source == null ? from : source, from, new Lang(first.target().language()));
  }

  private ExportSink begin(@Nullable Lang source, Lang from, Lang to) throws IOException {
    return new ExportSink(form.begin(out, source, from, to), withDoubtful);
  }
}
