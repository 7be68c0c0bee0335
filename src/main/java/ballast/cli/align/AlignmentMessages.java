package ballast.cli.align;

import ballast.app.Notices;
import ballast.app.Texts;
import ballast.app.align.AlignedText;
import ballast.app.align.AlignmentReport;
import ballast.app.align.AlignmentSink;
import ballast.app.align.AlignmentSink.UnitFileSink;
import ballast.app.align.AlignmentTotals;
import ballast.app.align.ArticleAligner;
import ballast.app.align.Corrections;
import ballast.app.align.Outcome;
import ballast.app.page.Form;
import ballast.app.page.Style;
import ballast.app.units.UnitForm;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.CountedNoun;
import ballast.bitext.Excerpt;
import ballast.bitext.Segment;
import ballast.bitext.Unit;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.OutputOptions.DoubtfulUnits;
import ballast.cli.terminal.Console;
import ballast.cli.terminal.FailureReport;
import ballast.format.article.BilingualText;
import ballast.format.article.ReadText;
import ballast.format.unit.UnitFormat;
import ballast.format.unit.UnitSink.TmxProfile;
import ballast.format.unit.XliffEntry.XliffVersion;
import ballast.memory.AbsentUnits;
import ballast.memory.PinnedBead;
import ballast.memory.Revision;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The messages of {@code ballast align} about texts read, aligned, recorded and skipped. */
final class AlignmentMessages {

  private static final int MAX_SHOWN = 40;

  private final Console console;
  private final CommonOptions common;
  private final Notices notices;
  private final String memory;
  private final boolean dryRun;
  private final boolean takesUnrelated;

  /**
   * @param memory name of the memory that records the articles, or ""
   * @param takesUnrelated whether texts are accepted that do not look like translations
   */
  AlignmentMessages(
      Console console,
      CommonOptions common,
      Notices notices,
      String memory,
      boolean dryRun,
      boolean takesUnrelated) {
    this.console = console;
    this.common = common;
    this.notices = notices;
    this.memory = memory;
    this.dryRun = dryRun;
    this.takesUnrelated = takesUnrelated;
  }

  void say(String message) {
    notices.say(message);
  }

  boolean isVerbose() {
    return common.verbose;
  }

  /** Warns if two texts do not look like translations of each other. */
  void unrelated(AlignedText text) {
    if (text.looksUnrelated()) {
      notices.warn(
          "\"%s\" and \"%s\" do not look like translations of each other: %s%s"
              .formatted(
                  text.source().file(),
                  text.target().file(),
                  text.counterparts(),
                  takesUnrelated ? "; taken because of --force" : ""));
    }
  }

  /** Reports an aligned article and every sentence that will not be in the memory. */
  void aligned(ArticleAligner.Aligned aligned) {
    Alignment alignment = aligned.text().alignment();
    BilingualText.Layout layout = aligned.layout();
    if (layout != null) {
      notices.say("read     two languages in one file, " + layout.label());
    }
    read("source", aligned.source(), alignment.source());
    read("target", aligned.target(), alignment.target());
    notices.detail("known    " + aligned.evidence());
    kept(aligned);
    notices.say("aligned  " + AlignmentTotals.ofBeads(alignment));
    boolean isNamed = isVerbose() || !aligned.text().looksUnrelated();
    for (Bead bead : alignment.beads()) {
      if (isNamed && bead.isOneSided()) {
        alone(alignment, bead);
      }
    }
  }

  private void kept(ArticleAligner.Aligned aligned) {
    lost(aligned);
    Corrections corrections = aligned.corrections();
    int pins = aligned.pins().size();
    if (corrections != null) {
      corrections.problems().forEach(notices::warn);
      notices.say("kept     " + CountedNoun.of(corrections.size(), "bead") + " of the corrections");
    } else if (pins > 0) {
      notices.say("kept     " + CountedNoun.of(pins, "bead") + " set earlier");
    }
  }

  /** Warns of the pinned beads that the memory does not keep. */
  private void lost(ArticleAligner.Aligned aligned) {
    for (PinnedBead pin : aligned.lost()) {
      String author = pin.author().isEmpty() ? "" : " by " + pin.author();
      notices.warn(
          "%s: a bead that was set%s on %s no longer fits the texts: %s"
              .formatted(
                  aligned.text().document(),
                  author,
                  LocalDate.ofInstant(pin.time(), ZoneOffset.UTC),
                  texts(pin)));
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

  /** Writes only the warnings about the texts of an aligned article. */
  void warnings(ArticleAligner.Aligned aligned) {
    Texts.warn(aligned.source(), notices);
    Texts.warn(aligned.target(), notices);
    lost(aligned);
  }

  /** Reports that the only article was recorded. */
  void recorded(Revision.Summary summary) {
    notices.say(
        "memory   "
            + memory
            + ": "
            + summary.document()
            + ", "
            + AlignmentTotals.ofRevision(summary));
    wayBack(summary.document(), summary.absent());
  }

  private void wayBack(String document, AbsentUnits absent) {
    if (absent.count() > 0) {
      notices.say("         " + AlignmentTotals.wayBack(document));
    }
  }

  /** Tells what to do about rejected texts. */
  void refused() {
    notices.say(
        "         they were neither recorded nor written; --force takes them all the same, and"
            + " --force --no-tm --print shows what was found");
  }

  /** Reports that the only article was already recorded from these files. */
  void finished(Outcome.Finished finished) {
    notices.say(
        "memory   "
            + (memory.isEmpty() ? "" : memory + ": ")
            + finished.article().document()
            + ", "
            + AlignmentTotals.ofUnchanged(finished.revision(), finished.units(), finished.absent())
            + (finished.absent().count() == 0 ? " (--again aligns it anew)" : ""));
    wayBack(finished.article().document(), finished.absent());
  }

  void memory() {
    if (!memory.isEmpty()) {
      notices.say("memory   " + memory);
    }
  }

  /** Reports that one of several articles could not be aligned. */
  void failed(String message, String hint) {
    notices.pause();
    FailureReport.print(console, common.style(console), message, hint);
  }

  /** Warns of a text that belongs to no pair. */
  void alone(Outcome.Alone alone) {
    notices.warn(alone.file() + " is left out: " + alone.reason());
  }

  void wrote(String what) {
    notices.say("wrote    " + what);
  }

  /** Reports that {@code --review} cannot change the order of this form. */
  void order(AlignmentOutput form) {
    if (form.review() && !AlignmentReport.hasReviewOrder(form.format())) {
      notices.say("review   " + form.format() + " is always in document order");
    }
  }

  /** Reports the number of skipped doubtful units. */
  void leftOut(long units) {
    DoubtfulUnits.sayLeftOut(notices, units);
  }

  void dryRun() {
    if (dryRun) {
      notices.say("dry run: nothing was written");
    }
  }

  private void read(String side, ReadText reading, List<Segment> segments) {
    long furniture = count(segments, BlockType.FURNITURE);
    long code = count(segments, BlockType.CODE);
    long marks = count(segments, BlockType.MARK);
    notices.say(
        String.format(
            Locale.ROOT,
            "%-8s %s: %s, %s, %s%s%s%s",
            side,
            reading.document().name(),
            reading.document().lang(),
            reading.encoding().charset().name(),
            CountedNoun.of(segments.size(), "sentence"),
            marks == 0 ? "" : ", " + CountedNoun.of(marks, "of them a mark", "of them marks"),
            code == 0 ? "" : ", " + code + " of them code (not text)",
            furniture == 0 ? "" : ", " + furniture + " of them furniture (not for the memory)"));
    reading.notes().forEach(note -> notices.detail("         " + note));
    Texts.warn(reading, notices);
  }

  private static long count(List<Segment> segments, BlockType type) {
    return segments.stream().filter(segment -> segment.type() == type).count();
  }

  private void alone(Alignment alignment, Bead bead) {
    List<Segment> segments =
        Stream.concat(
                bead.source().of(alignment.source()).stream(),
                bead.target().of(alignment.target()).stream())
            .toList();
    String what = bead.target().isEmpty() ? "not translated: " : "added in the translation: ";
    for (Segment segment : segments) {
      if (segment.type().isContent()) {
        notices.say("  " + segment.location() + ": " + what + excerpt(segment.text()));
      } else {
        notices.detail(
            "  "
                + segment.location()
                + ": "
                + segment.type().label()
                + ": "
                + excerpt(segment.text()));
      }
    }
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
   * @param withDoubtful whether a file of units contains doubtful units
   * @param xliff used for XLIFF only
   * @param notices receives warnings about content that the form cannot hold
   */
  record AlignmentOutput(
      Form format,
      Style style,
      boolean review,
      boolean withDoubtful,
      XliffVersion xliff,
      Notices notices) {

    AlignmentSink sink(OutputStream out) {
      if (!format.hasUnits()) {
        return new AlignmentReport(format, style, review, out);
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
