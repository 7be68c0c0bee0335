package ballast.cli.align;

import ballast.app.Notices;
import ballast.app.Texts;
import ballast.app.align.AlignEvents;
import ballast.app.align.AlignedText;
import ballast.app.align.AlignmentReport;
import ballast.app.align.AlignmentSink;
import ballast.app.align.AlignmentSink.Collected;
import ballast.app.align.AlignmentSink.RecordedUnits;
import ballast.app.align.AlignmentSink.UnitFileSink;
import ballast.app.align.AlignmentTotals;
import ballast.app.align.Article;
import ballast.app.align.ArticleAligner;
import ballast.app.align.BatchReport;
import ballast.app.align.Corrections;
import ballast.app.align.UnmatchedBlock;
import ballast.app.corpus.CorpusJobs.CorpusTotals;
import ballast.app.page.Form;
import ballast.app.page.Imprint;
import ballast.app.page.Style;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.CountedNoun;
import ballast.bitext.Excerpt;
import ballast.bitext.Segment;
import ballast.bitext.Unit;
import ballast.cli.option.OutputOptions.DoubtfulUnits;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport;
import ballast.cli.terminal.FailureReport.ExitCode;
import ballast.cli.terminal.FailureReport.Trace;
import ballast.format.article.BilingualText.Layout;
import ballast.format.article.ReadText;
import ballast.format.unit.UnitForm;
import ballast.format.unit.UnitFormat;
import ballast.format.unit.UnitSink.TmxProfile;
import ballast.format.unit.XliffEntry.XliffVersion;
import ballast.memory.AbsentUnits;
import ballast.memory.PinnedBead;
import ballast.memory.Revision;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells the user of the events of {@code ballast align}. */
final class AlignmentMessages {

  private static final int MAX_SHOWN = 40;

  private final Console console;
  private final Style style;
  private final Notices notices;
  private final Effects effects;
  private final AlignmentOutput form;

  /**
   * The effects of the command.
   *
   * @param memory name of the memory that records the articles, or ""
   * @param file name of the output file, or ""
   * @param dryRun whether nothing is written
   * @param takesUnrelated whether texts are accepted that do not look like translations
   */
  record Effects(String memory, String file, boolean dryRun, boolean takesUnrelated) {}

  /**
   * @param form the form of the output file
   */
  AlignmentMessages(Console console, Style style, Effects effects, AlignmentOutput form) {
    this.console = console;
    this.style = style;
    this.notices = form.notices();
    this.effects = effects;
    this.form = form;
  }

  /** Tells of the events while they happen, and of the results at the end. */
  interface Presenter extends AlignEvents {

    /**
     * Reports the end of the work, and returns the exit status.
     *
     * @param documents number of articles accepted now or already in the memory
     */
    int conclude(int documents);
  }

  /** Messages for several articles: urgent ones immediately, the rest in a report at the end. */
  final class OfMany extends BatchReport implements Presenter {

    private final Consumer<BatchReport> table;
    private final List<String> leftOut = new ArrayList<>();
    private AlignmentSink.Written written = AlignmentSink.Written.NOTHING;
    private boolean hasMistake;

    /**
     * @param table writes the report, if it is wanted
     */
    OfMany(Consumer<BatchReport> table) {
      this.table = table;
    }

    @Override
    public void aligned(ArticleAligner.Aligned aligned) {
      warnUnrelated(aligned.text());
      if (notices.wantsDetails()) {
        sayAligned(aligned);
      } else {
        Texts.warn(aligned.files().source(), notices);
        Texts.warn(aligned.files().target(), notices);
        warnLost(aligned);
      }
    }

    @Override
    public void failed(Failure failure) {
      Throwable mistake = failure.mistake();
      Failure shown = failure;
      if (mistake != null) {
        hasMistake = true;
        shown = failure.withReason(failure.reason() + "; " + Trace.save(mistake, failure.name()));
      }
      notices.pause();
      FailureReport.print(console, style, shown.reason(), shown.hint());
      super.failed(shown);
    }

    @Override
    public void alone(String file, String reason) {
      super.alone(file, reason);
      leftOut.add(file + " is left out: " + reason);
    }

    @Override
    public void ended() {
      print(notices.wantsDetails(), form.review(), notices::say);
    }

    @Override
    public void wrote(AlignmentSink.Written output) {
      written = output;
    }

    @Override
    public int conclude(int documents) {
      if (unrelated() > 0) {
        sayRefused();
      }
      if (!effects.memory().isEmpty()) {
        notices.say("memory   " + effects.memory());
      }
      if (!effects.file().isEmpty() && documents == 0) {
        notices.say("nothing was written to %s: no pair was aligned", effects.file());
      } else if (!effects.file().isEmpty()) {
        String count = CountedNoun.of(documents, "document");
        notices.say("wrote    %s: %s of %s", effects.file(), written.content(), count);
      }
      sayOrder();
      DoubtfulUnits.sayLeftOut(notices, written.doubtful());
      sayDryRun();
      table.accept(this);
      leftOut.forEach(notices::warn);
      if (failures() > 0) {
        return hasMistake ? ExitCode.BUG : ExitCode.FAILED;
      }
      return unrelated() == 0 && leftOut.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }
  }

  /** Messages for one article. Its pairs are printed after it has been recorded. */
  final class OfOne implements Presenter {

    private final Collected collected;
    private final @Nullable AlignmentSink printer;
    private AlignmentSink.Written written = AlignmentSink.Written.NOTHING;

    /** Whether the article has been aligned and its unmatched sentences were reported. */
    private boolean named;

    OfOne(Collected collected, @Nullable AlignmentSink printer) {
      this.collected = collected;
      this.printer = printer;
    }

    @Override
    public void aligned(ArticleAligner.Aligned aligned) {
      warnUnrelated(aligned.text());
      sayAligned(aligned);
      named = true;
    }

    @Override
    public void accepted(Article article, AlignedText text, Revision.@Nullable Summary summary) {
      if (summary != null) {
        sayMemory(summary.document(), AlignmentTotals.ofRevision(summary), summary.absent());
        if (summary.isNewText()) {
          notices.say("         " + AlignmentTotals.oldTexts(summary.document()));
        }
      }
    }

    @Override
    public void skipped(Article article, Revision revision) {
      AbsentUnits absent = revision.absent();
      String unchanged =
          AlignmentTotals.ofUnchanged(revision.number(), revision.units(), absent)
              + (absent.count() == 0 ? " (--again aligns it anew)" : "");
      sayMemory(article.document(), unchanged, absent);
      if (!named && BatchReport.hasOneSided(revision)) {
        notices.say(BatchReport.REVIEW);
      }
    }

    private void sayMemory(String document, String what, AbsentUnits absent) {
      String memory = effects.memory().isEmpty() ? "" : effects.memory() + ": ";
      notices.say("memory   %s%s, %s", memory, document, what);
      if (absent.count() > 0) {
        notices.say("         " + AlignmentTotals.wayBack(document));
      }
    }

    @Override
    public void wrote(AlignmentSink.Written output) {
      written = output;
    }

    @Override
    public int conclude(int documents) {
      if (documents == 0) {
        sayRefused();
        return ExitCode.FINDINGS;
      }
      if (!effects.file().isEmpty()) {
        notices.say("wrote    %s: %s", effects.file(), written.content());
      }
      sayDryRun();
      List<Unit> units = collected.units();
      if (printer != null) {
        for (AlignedText text : collected.texts()) {
          printer.add(text, units);
        }
        printer.finish(RecordedUnits.NONE);
        console.out().check();
      }
      sayOrder();
      DoubtfulUnits.sayLeftOut(notices, printer == null ? written.doubtful() : form.leftOut(units));
      return ExitCode.OK;
    }
  }

  /**
   * Reports the end of {@code ballast align --engine}, and returns the exit status. As without
   * Spark, failures are errors, shown even with {@code -q}, and unrelated texts are not.
   *
   * @param out name of the folder
   */
  static int concludeCorpus(
      Console console, Style style, Notices notices, CorpusTotals totals, String out) {
    List<String> parts = new ArrayList<>();
    add(parts, totals.aligned(), "aligned");
    add(parts, totals.before(), "already aligned");
    add(parts, totals.failed(), "failed");
    add(parts, totals.unrelated(), "not translations of each other");
    String pairs = CountedNoun.of(totals.documents(), "pair");
    notices.say("total    %s: %s", pairs, String.join(", ", parts));
    if (totals.aligned() > 0) {
      String documents = CountedNoun.of(totals.aligned(), "document");
      notices.say("wrote    %s/aligned: %s", out, documents);
    }
    if (totals.unlisted() > 0) {
      String documents = CountedNoun.of(totals.unlisted(), "document");
      notices.say("kept     %s that the corpus has and the list does not name", documents);
    }
    String rejected =
        "%s rejected; %s/rejects/tsv says why%s"
            .formatted(
                CountedNoun.of(totals.failed() + totals.unrelated(), "document"),
                out,
                totals.bugs() > 0
                    ? "; " + totals.bugs() + " by an internal error in Ballast: please report it"
                    : "");
    if (totals.failed() > 0) {
      FailureReport.print(console, style, rejected, "");
    } else if (totals.unrelated() > 0) {
      notices.warn(rejected);
    }
    if (totals.bugs() > 0) {
      return ExitCode.BUG;
    }
    return totals.failed() > 0
        ? ExitCode.FAILED
        : totals.unrelated() > 0 ? ExitCode.FINDINGS : ExitCode.OK;
  }

  private static void add(List<String> parts, long number, String what) {
    if (number > 0) {
      parts.add(String.format(Locale.ROOT, "%,d %s", number, what));
    }
  }

  /** Warns if two texts do not look like translations of each other. */
  private void warnUnrelated(AlignedText text) {
    if (text.looksUnrelated()) {
      notices.warn(
          "\"%s\" and \"%s\" do not look like translations of each other: %s%s",
          text.source().file(),
          text.target().file(),
          text.counterparts(),
          effects.takesUnrelated() ? "; taken because of --force" : "");
    }
  }

  /** Reports an aligned article and every sentence that will not be in the memory. */
  private void sayAligned(ArticleAligner.Aligned aligned) {
    Alignment alignment = aligned.text().alignment();
    Layout layout = aligned.files().layout();
    if (layout != Layout.TWO_FILES) {
      notices.say("read     two languages in one file, " + layout.label());
    }
    read("source", aligned.files().source(), alignment.source());
    read("target", aligned.files().target(), alignment.target());
    notices.detail("known    " + aligned.evidence());
    warnLost(aligned);
    sayKept(aligned);
    notices.say("aligned  " + AlignmentTotals.ofBeads(alignment));
    boolean isNamed = notices.wantsDetails() || !aligned.text().looksUnrelated();
    Map<Integer, UnmatchedBlock> blocks = UnmatchedBlock.byBead(aligned.text());
    for (int i = 0; isNamed && i < alignment.beads().size(); i++) {
      UnmatchedBlock block = blocks.get(i);
      if (block != null && block.beads().start() == i) {
        notices.say("  %s: %s", block.first().file(), block);
      }
      if (alignment.beads().get(i).isOneSided()) {
        alone(alignment, alignment.beads().get(i), block != null);
      }
    }
  }

  private void sayKept(ArticleAligner.Aligned aligned) {
    Corrections corrections = aligned.corrections();
    int pins = aligned.pins().size();
    if (corrections != null) {
      corrections.problems().forEach(notices::warn);
      notices.say("kept     %s of the corrections", CountedNoun.of(corrections.size(), "bead"));
    } else if (pins > 0) {
      notices.say("kept     %s set earlier", CountedNoun.of(pins, "bead"));
    }
  }

  /** Warns of the pinned beads that the memory does not keep. */
  private void warnLost(ArticleAligner.Aligned aligned) {
    for (PinnedBead pin : aligned.lost()) {
      String author = pin.author().isEmpty() ? "" : " by " + pin.author();
      notices.warn(
          "%s: a bead that was set%s on %s no longer fits the texts: %s",
          aligned.text().document(),
          author,
          LocalDate.ofInstant(pin.time(), ZoneOffset.UTC),
          texts(pin));
    }
  }

  private static String texts(PinnedBead pin) {
    if (pin.source().isEmpty()) {
      return excerpt(pin.target().text()) + ", added in the translation";
    }
    String source = excerpt(pin.source().text());
    return pin.target().isEmpty()
        ? source + ", not translated"
        : source + " with " + excerpt(pin.target().text());
  }

  /** Tells what to do about rejected texts. */
  private void sayRefused() {
    notices.say(
        "         they were neither recorded nor written; --force takes them all the same, and"
            + " --force --no-tm --print shows what was found");
  }

  /** Reports that {@code --review} cannot change the order of this form. */
  private void sayOrder() {
    if (form.review() && !AlignmentReport.hasReviewOrder(form.format())) {
      notices.say("review   %s is always in document order", form.format());
    }
  }

  private void sayDryRun() {
    if (effects.dryRun()) {
      notices.say("dry run: nothing was written");
    }
  }

  private void read(String side, ReadText reading, List<Segment> segments) {
    long furniture = count(segments, BlockType.FURNITURE);
    long code = count(segments, BlockType.CODE);
    long marks = count(segments, BlockType.MARK);
    notices.say(
        "%-8s %s: %s, %s, %s%s%s%s",
        side,
        reading.document().name(),
        reading.document().lang(),
        reading.encoding().charset().name(),
        CountedNoun.of(segments.size(), "sentence"),
        marks == 0 ? "" : ", " + CountedNoun.of(marks, "of them a mark", "of them marks"),
        code == 0 ? "" : ", " + code + " of them code (not text)",
        furniture == 0 ? "" : ", " + furniture + " of them furniture (not for the memory)");
    reading.notes().forEach(note -> notices.detail("         " + note));
    Texts.warn(reading, notices);
  }

  private static long count(List<Segment> segments, BlockType type) {
    return segments.stream().filter(segment -> segment.type() == type).count();
  }

  private void alone(Alignment alignment, Bead bead, boolean isInBlock) {
    String what = bead.target().isEmpty() ? "not translated" : "added in the translation";
    Stream.concat(
            bead.source().of(alignment.source()).stream(),
            bead.target().of(alignment.target()).stream())
        .forEach(
            segment -> {
              boolean content = segment.type().isContent();
              String why = content ? what : segment.type().label();
              String line = segment.location() + ": " + why + ": " + excerpt(segment.text());
              if (content && !isInBlock) {
                notices.say("  " + line);
              } else {
                notices.detail("  " + line);
              }
            });
  }

  /** Returns the beginning of a text in quotes, on one line. */
  static String excerpt(String text) {
    return '"' + Excerpt.of(text, MAX_SHOWN) + '"';
  }

  /**
   * The output form of {@code ballast align}.
   *
   * @param style used for text only
   * @param review whether doubtful beads come first, in the forms that support it
   * @param imprint the head of a page
   * @param withDoubtful whether a file of units contains doubtful units
   * @param xliff used for XLIFF only
   * @param notices receives warnings about content that the form cannot hold
   */
  record AlignmentOutput(
      Form format,
      Style style,
      boolean review,
      Imprint imprint,
      boolean withDoubtful,
      XliffVersion xliff,
      Notices notices) {

    AlignmentSink sink(OutputStream out) {
      if (!format.hasUnits()) {
        return new AlignmentReport(format, style, review, imprint, out);
      }
      UnitFormat units = format == Form.XLIFF ? UnitFormat.XLIFF : UnitFormat.TMX;
      UnitForm form = new UnitForm(units, TmxProfile.GENERIC, xliff, /* packed= */ false);
      return new UnitFileSink(form, withDoubtful, out, notices);
    }

    /** Number of units that a file of this form does not contain. */
    long leftOut(List<Unit> units) {
      return withDoubtful || !format.hasUnits()
          ? 0
          : units.stream().filter(unit -> unit.provenance().isDoubtful()).count();
    }
  }
}
