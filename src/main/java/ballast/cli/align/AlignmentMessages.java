package ballast.cli.align;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Excerpt;
import ballast.bitext.Segment;
import ballast.bitext.Unit;
import ballast.cli.option.CommonOptions;
import ballast.cli.option.Form;
import ballast.cli.option.OutputOptions;
import ballast.cli.terminal.Console;
import ballast.format.article.ReadText;
import ballast.memory.RevisionSummary;
import ballast.workflow.align.AlignedText;
import ballast.workflow.align.ArticleAligner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code ballast align} says on standard error: what was read, aligned, recorded, left out.
 */
public final class AlignmentMessages {

  private static final int SHOWN = 40;

  private final Console console;
  private final CommonOptions common;

  public AlignmentMessages(Console console, CommonOptions common) {
    this.console = console;
    this.common = common;
  }

  /** An article has been aligned; names every sentence that will not be in the memory. */
  void aligned(ArticleAligner.Aligned aligned) {
    Alignment alignment = aligned.text().alignment();
    read("source", aligned.source(), alignment.source());
    read("target", aligned.target(), alignment.target());
    common.detail(console, "known    " + aligned.evidence());
    common.say(console, "aligned  " + shapes(alignment));
    for (Bead bead : alignment.beads()) {
      if (bead.isOneSided()) {
        alone(alignment, bead);
      }
    }
  }

  /** The memory has taken the article. */
  void recorded(Path memory, RevisionSummary summary) {
    common.say(
        console, "memory   " + shown(memory) + ": " + summary.document() + ", " + what(summary));
  }

  /** One of many articles could not be aligned. */
  void failed(String message, String hint) {
    console.err().println(common.style(console).error("error:") + " " + message);
    if (!hint.isEmpty()) {
      console.err().println("try:   " + hint);
    }
    console.err().flush(); // at once, although others go on
  }

  /** A file has been written. */
  void wrote(OutputOptions output, Form form, AlignedText text, List<Unit> units) {
    int beads = text.alignment().beads().size();
    String content = form.hasUnits() ? units.size() + " units" : beads + " beads";
    common.say(console, "wrote    " + output.output + ": " + content);
  }

  /** Says so where {@code --review} cannot change the order. */
  void order(Form form, boolean review) {
    if (review && !AlignForms.hasReviewOrder(form)) {
      common.say(console, "review   " + form + " is always in document order");
    }
  }

  void dryRun() {
    common.say(console, "dry run: nothing was written");
  }

  private void read(String side, ReadText reading, List<Segment> segments) {
    long furniture = count(segments, BlockType.FURNITURE);
    long marks = count(segments, BlockType.MARK);
    common.say(
        console,
        String.format(
            Locale.ROOT,
            "%-8s %s: %s, %s, %d sentences%s%s",
            side,
            reading.document().name(),
            reading.document().lang(),
            reading.encoding().charset().name(),
            segments.size(),
            marks == 0 ? "" : ", " + marks + (marks == 1 ? " of them a mark" : " of them marks"),
            furniture == 0 ? "" : ", " + furniture + " of them furniture (not for the memory)"));
    reading.notes().forEach(note -> common.detail(console, "         " + note));
  }

  private static long count(List<Segment> segments, BlockType type) {
    return segments.stream().filter(segment -> segment.type() == type).count();
  }

  /** For example {@code 47 beads: 36 1-1, 4 2-1}, the commonest first. */
  private static String shapes(Alignment alignment) {
    Map<String, Long> counts =
        alignment.beads().stream()
            .collect(Collectors.groupingBy(Bead::shape, Collectors.counting()));
    String list =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "));
    long doubtful =
        alignment.beads().stream().filter(bead -> !bead.isOneSided() && bead.isDoubtful()).count();
    return alignment.beads().size()
        + " beads: "
        + list
        + (doubtful == 0 ? "" : "; " + doubtful + " doubtful (confidence below 0.50)");
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
        common.say(console, "  " + segment.location() + ": " + what + excerpt(segment.text()));
      } else {
        common.detail(
            console, "  " + segment.location() + ": furniture: " + excerpt(segment.text()));
      }
    }
  }

  /** For example {@code revision 2, units: 1 changed, 4 unchanged}. */
  static String what(RevisionSummary summary) {
    if (!summary.isNewRevision()) {
      return "nothing has changed since revision " + summary.revision();
    }
    List<String> parts = new ArrayList<>();
    count(parts, summary.added(), "added");
    count(parts, summary.changed(), "changed");
    count(parts, summary.moved(), "moved");
    count(parts, summary.revived(), "came back");
    count(parts, summary.retired(), "retired");
    count(parts, summary.unchanged(), "unchanged");
    String list = parts.isEmpty() ? "no units" : "units: " + String.join(", ", parts);
    String drafts =
        summary.backToDraft() == 0 ? "" : "; " + summary.backToDraft() + " must be approved again";
    return "revision " + summary.revision() + ", " + list + drafts;
  }

  private static void count(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  /** A file as the working directory has it. */
  public String shown(Path file) {
    Path directory = console.directory();
    return file.startsWith(directory) ? directory.relativize(file).toString() : file.toString();
  }

  /** The beginning of a text of the user's, in quotes, on one line. */
  public static String excerpt(String text) {
    return '"' + Excerpt.of(text, SHOWN) + '"';
  }
}
