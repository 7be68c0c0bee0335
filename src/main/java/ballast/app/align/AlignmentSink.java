package ballast.app.align;

import ballast.app.Notices;
import ballast.app.units.ExportSink;
import ballast.app.units.UnitForm;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.file.OutputFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes aligned articles in addition to the memory, in any form. Called on the thread that called
 * the use case.
 *
 * <p>A file keeps a temporary name until {@link #publish}. A single article is written completely
 * before the memory commits and published afterwards, so that a failure leaves both unchanged. Of
 * several articles each is recorded separately; the file is completed and published when all are
 * done.
 */
public interface AlignmentSink {

  /** Discards everything. */
  AlignmentSink NONE =
      new AlignmentSink() {
        @Override
        public Needs needs() {
          return Needs.NOTHING;
        }

        @Override
        public void add(AlignedText text, List<Unit> units) {}

        @Override
        public void finish(RecordedUnits units) {}
      };

  /** What it needs of articles that would be skipped because the memory has them. */
  enum Needs {
    /** It does without them. */
    NOTHING,
    /** Their units: those in the memory if it records, otherwise they are aligned again. */
    UNITS,
    /** Their beads: they are aligned again. */
    BEADS
  }

  /** Asked for each such article. */
  Needs needs();

  /**
   * Takes an article, in the order of the request.
   *
   * @param units its units, without ids; empty if the memory records the article: {@link #finish}
   *     then receives them
   * @throws ballast.bitext.InputException if it cannot be written; nothing more is aligned
   * @throws java.io.UncheckedIOException the same, from a sink that does not know its file
   */
  void add(AlignedText text, List<Unit> units);

  /**
   * Writes the rest. Not called when no article was aligned.
   *
   * @param units of all articles that the memory has taken or had already
   * @throws ballast.bitext.InputException if it cannot be written
   * @throws java.io.UncheckedIOException the same, from a sink that does not know its file
   */
  void finish(RecordedUnits units);

  /** Gives the finished file its name. */
  default void publish() {}

  /** This sink, followed by another one. */
  default AlignmentSink and(AlignmentSink other) {
    return new Both(this, other);
  }

  /** Two sinks that take the same. */
  record Both(AlignmentSink first, AlignmentSink second) implements AlignmentSink {

    @Override
    public Needs needs() {
      return first.needs().compareTo(second.needs()) > 0 ? first.needs() : second.needs();
    }

    @Override
    public void add(AlignedText text, List<Unit> units) {
      first.add(text, units);
      second.add(text, units);
    }

    @Override
    public void finish(RecordedUnits units) {
      first.finish(units);
      second.finish(units);
    }

    @Override
    public void publish() {
      first.publish();
      second.publish();
    }
  }

  /** The translation units of aligned articles as the memory has them, with their ids. */
  public interface RecordedUnits {

    /** No units, because no memory recorded the articles. */
    RecordedUnits NONE = of(null, List.of());

    /** Language of all source texts; null if there are several or none. */
    @Nullable Lang sourceLang();

    /** Gives the units to {@code action}, in export order. */
    void forEach(Consumer<Unit> action);

    /** These units. */
    static RecordedUnits of(@Nullable Lang sourceLang, List<Unit> units) {
      return new RecordedUnits() {
        @Override
        public @Nullable Lang sourceLang() {
          return sourceLang;
        }

        @Override
        public void forEach(Consumer<Unit> action) {
          units.forEach(action);
        }
      };
    }
  }

  /** Keeps aligned articles and their units in memory. */
  public static final class Collected implements AlignmentSink {

    private final List<AlignedText> texts = new ArrayList<>();
    private final List<Unit> units = new ArrayList<>();

    @Override
    public Needs needs() {
      return Needs.BEADS;
    }

    @Override
    public void add(AlignedText text, List<Unit> unnamed) {
      texts.add(text);
      units.addAll(unnamed);
    }

    @Override
    public void finish(RecordedUnits recorded) {
      recorded.forEach(units::add);
    }

    /** The articles, in the order of the request. */
    public List<AlignedText> texts() {
      return List.copyOf(texts);
    }

    /** Their units, with ids where a memory has given them. */
    public List<Unit> units() {
      return List.copyOf(units);
    }
  }

  /**
   * A file that appears, complete, when everything has succeeded: it keeps its temporary name until
   * the memory has recorded what is in it. {@link UnitFileSink} shows its use.
   *
   * @param file still open; its creator closes it, which removes it if it was not published
   * @param name its name in messages, as the user gave it
   * @param contents writes to the stream of {@code file}
   */
  public record OutputFileSink(OutputFile file, String name, AlignmentSink contents)
      implements AlignmentSink {

    @Override
    public Needs needs() {
      return contents.needs();
    }

    /**
     * {@inheritDoc}
     *
     * @throws InputException if the file cannot be written
     */
    @Override
    public void add(AlignedText text, List<Unit> units) {
      try {
        contents.add(text, units);
      } catch (UncheckedIOException e) {
        throw failure(e);
      }
    }

    /** Forces the file to disk. */
    @Override
    public void finish(RecordedUnits units) {
      try {
        contents.finish(units);
      } catch (UncheckedIOException e) {
        throw failure(e);
      }
      file.finish();
    }

    @Override
    public void publish() {
      file.publish();
    }

    private InputException failure(UncheckedIOException e) {
      return OutputFile.cannotWrite(Path.of(name), Objects.requireNonNull(e.getCause()));
    }
  }

  /**
   * Writes the units of aligned articles as a file for other programs, one by one, so that the use
   * of memory does not grow with their number. Units that the aligner doubts are left out, unless
   * they are wanted.
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
  public static final class UnitFileSink implements AlignmentSink {

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
}
