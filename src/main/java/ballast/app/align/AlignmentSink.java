package ballast.app.align;

import ballast.app.Notices;
import ballast.app.units.ExportSink;
import ballast.bitext.CountedNoun;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.file.OutputFile;
import ballast.format.unit.UnitForm;
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
 * before the memory commits and published afterwards, so that a failure leaves both unchanged. With
 * several articles, each is recorded separately, and the file is completed and published when all
 * are done.
 */
public interface AlignmentSink {

  AlignmentSink NONE =
      new AlignmentSink() {
        @Override
        public Needs needs() {
          return Needs.NOTHING;
        }

        @Override
        public void add(AlignedText text, List<Unit> units) {}

        @Override
        public Written finish(RecordedUnits units) {
          return Written.NOTHING;
        }
      };

  /** Data that a sink needs even from articles that are already in the memory. */
  enum Needs {
    NOTHING,
    /** Their units, from the memory if it records, otherwise by aligning them again. */
    UNITS,
    /** Their beads, by aligning them again. */
    BEADS
  }

  Needs needs();

  /**
   * Adds an article, in request order.
   *
   * @param units its units, without ids; empty if the memory records the article, because {@link
   *     #finish} then receives them
   * @throws ballast.bitext.InputException if it cannot be written; no further article is aligned
   * @throws java.io.UncheckedIOException if it cannot be written by a sink that does not know its
   *     file
   */
  void add(AlignedText text, List<Unit> units);

  /**
   * Writes the rest. Not called if no article was aligned.
   *
   * @param units units of all articles that the memory recorded or already had
   * @throws ballast.bitext.InputException if it cannot be written
   * @throws java.io.UncheckedIOException if it cannot be written by a sink that does not know its
   *     file
   */
  Written finish(RecordedUnits units);

  /** Gives the finished file its final name. */
  default void publish() {}

  /**
   * The output of a sink.
   *
   * @param content in words, for example {@code 12 units}; empty if nothing was written
   * @param doubtful number of units skipped as doubtful
   */
  record Written(String content, int doubtful) {

    public static final Written NOTHING = new Written("", 0);

    Written and(Written other) {
      return new Written(content.isEmpty() ? other.content : content, doubtful + other.doubtful);
    }
  }

  default AlignmentSink and(AlignmentSink other) {
    return new Both(this, other);
  }

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
    public Written finish(RecordedUnits units) {
      return first.finish(units).and(second.finish(units));
    }

    @Override
    public void publish() {
      first.publish();
      second.publish();
    }
  }

  /** The translation units of aligned articles as recorded in the memory, with their ids. */
  public interface RecordedUnits {

    RecordedUnits NONE = of(null, List.of());

    /** Returns the language of all source texts, or null if there are several or none. */
    @Nullable Lang sourceLang();

    /** Passes each unit to {@code action}, in export order. */
    void forEach(Consumer<Unit> action);

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
    public Written finish(RecordedUnits recorded) {
      recorded.forEach(units::add);
      return Written.NOTHING;
    }

    public List<AlignedText> texts() {
      return List.copyOf(texts);
    }

    /** Returns their units, with ids if a memory assigned them. */
    public List<Unit> units() {
      return List.copyOf(units);
    }
  }

  /**
   * A file that appears, complete, only after everything has succeeded. It keeps its temporary name
   * until the memory has recorded its content. See {@link UnitFileSink} for an example.
   *
   * @param file still open; its creator closes it, which deletes it unless it was published
   * @param name its name in messages, as the user gave it
   * @param contents writes to the stream of {@code file}
   */
  public record OutputFileSink(OutputFile file, String name, AlignmentSink contents)
      implements AlignmentSink {

    @Override
    public Needs needs() {
      return contents.needs();
    }

    @Override
    public void add(AlignedText text, List<Unit> units) {
      try {
        contents.add(text, units);
      } catch (UncheckedIOException e) {
        throw failure(e);
      }
    }

    @Override
    public Written finish(RecordedUnits units) {
      try {
        Written written = contents.finish(units);
        file.finish();
        return written;
      } catch (UncheckedIOException e) {
        throw failure(e);
      }
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
   * Writes the units of aligned articles as a file for other programs, one by one, so that memory
   * use does not grow with their number. Doubtful units are skipped by default.
   *
   * <pre>{@code
   * try (OutputFile file = OutputFile.create(folder.resolve("article.tmx"), false)) {
   *   AlignmentSink.UnitFileSink units =
   *       new AlignmentSink.UnitFileSink(
   *           UnitForm.ofName("article.tmx"), false, file.stream(), Notices.NONE);
   *   new ArticleAlignment(Workplace.in(folder), Notices.NONE)
   *       .align(
   *           ArticleAlignment.Request.of("article.zh.txt", "article.en.txt")
   *               .into(new AlignmentSink.OutputFileSink(file, "article.tmx", units)));
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
     * @param withDoubtful whether to write units that are doubtful and not approved
     * @param out flushed at the end, not closed
     * @param notices receives warnings about content that the form cannot hold
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
    public Written finish(RecordedUnits recorded) {
      Lang source = recorded.sourceLang();
      recorded.forEach(unit -> write(unit, source));
      try {
        ExportSink all = file == null ? empty(source) : file;
        all.finish().forEach(notices::warn);
        out.flush();
        return new Written(CountedNoun.of(all.written(), "unit"), all.doubtful());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

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
