package ballast.report.alignment;

import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.CountedNoun;
import ballast.memory.RevisionSummary;
import ballast.memory.UnitTally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The numbers of an aligned article, in one line. */
public final class AlignmentTotals {

  /** Units that are named in one line. */
  private static final int MAX_NAMED = 5;

  private AlignmentTotals() {}

  /** For example {@code 47 beads: 36 1-1, 4 2-1}, the most common first. */
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
    return CountedNoun.of(alignment.beads().size(), "bead")
        + ": "
        + list
        + (doubtful == 0 ? "" : "; " + doubtful + " doubtful (confidence below 0.50)");
  }

  /** For example {@code revision 2, units: 1 changed, 4 unchanged}. */
  public static String ofRevision(RevisionSummary summary) {
    if (!summary.isNewRevision()) {
      return "nothing has changed since revision " + summary.revision();
    }
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

  /** Names the units of which a person has approved or rejected other texts. */
  private static String drafts(List<String> units) {
    if (units.isEmpty()) {
      return "";
    }
    String names = String.join(" ", units.subList(0, Math.min(MAX_NAMED, units.size())));
    return "; "
        + units.size()
        + " must be approved again: "
        + names
        + (units.size() > MAX_NAMED ? " ..." : "");
  }

  /** Adds {@code 3 moved} to the parts; nothing for 0. */
  static void count(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
