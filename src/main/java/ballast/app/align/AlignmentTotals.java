package ballast.app.align;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.CountedNoun;
import ballast.bitext.ShellWord;
import ballast.memory.AbsentUnits;
import ballast.memory.Revision;
import ballast.memory.Revision.UnitTally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Sums up an aligned article in one line. */
public final class AlignmentTotals {

  /** Maximum unit names in one line. */
  private static final int MAX_NAMED = 5;

  private AlignmentTotals() {}

  /** Returns for example {@code 47 beads: 36 1-1, 4 2-1}, the most common shape first. */
  public static String ofBeads(Alignment alignment) {
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
    return "%s: %s%s"
        .formatted(
            CountedNoun.of(alignment.beads().size(), "bead"),
            list,
            doubtful == 0 ? "" : "; " + doubtful + " doubtful (confidence below 50%)");
  }

  /** Returns for example {@code revision 2, units: 1 changed, 4 unchanged}. */
  public static String ofRevision(Revision.Summary summary) {
    int units = summary.units().total();
    if (!summary.isChanged()) {
      return ofUnchanged(summary.revision(), units, summary.absent());
    }
    SortedMap<String, Integer> others = summary.unrepresented();
    return ofNew(summary)
        + (summary.absent().count() == 0 ? "" : "; " + lacking(units, summary.absent()))
        + (others.isEmpty()
            ? ""
            : "; its old units stood in for %s (tm dedupe), which %s brings back"
                .formatted(AbsentUnits.counted(others), AbsentUnits.restoring(others)));
  }

  /** Returns for example {@code nothing has changed since revision 2}, and the deleted units. */
  public static String ofUnchanged(int revision, int units, AbsentUnits absent) {
    return absent.count() == 0
        ? "nothing has changed since revision " + revision
        : "the files are those of revision " + revision + ", but " + lacking(units, absent);
  }

  static String lacking(int units, AbsentUnits absent) {
    return "%d of its %s %s been removed: %s"
        .formatted(
            absent.count(),
            CountedNoun.of(units, "unit"),
            absent.count() == 1 ? "has" : "have",
            absent);
  }

  public static String wayBack(String document) {
    return "--again brings them back, and so does `ballast tm restore --document "
        + ShellWord.of(document)
        + "`";
  }

  /** Says where the texts of the revision before are. */
  public static String oldTexts(String document) {
    return "`ballast diff " + ShellWord.of(document) + "` compares it with the texts before";
  }

  private static String ofNew(Revision.Summary summary) {
    UnitTally units = summary.units();
    List<String> parts = new ArrayList<>();
    count(parts, units.added(), "added");
    count(parts, units.changed(), "changed");
    count(parts, units.moved(), "moved");
    count(parts, units.revived(), "came back");
    count(parts, summary.retired(), "retired");
    count(parts, units.unchanged(), "unchanged");
    String list = parts.isEmpty() ? "no units" : "units: " + String.join(", ", parts);
    return "revision " + summary.revision() + ", " + list + drafts(summary.backToDraft());
  }

  /** Names the units whose earlier texts a person had approved or rejected. */
  private static String drafts(List<String> units) {
    if (units.isEmpty()) {
      return "";
    }
    String names = String.join(" ", units.subList(0, Math.min(MAX_NAMED, units.size())));
    return "; %s must be approved again: %s%s"
        .formatted(units.size(), names, units.size() > MAX_NAMED ? " ..." : "");
  }

  static void count(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
