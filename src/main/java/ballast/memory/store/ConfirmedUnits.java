package ballast.memory.store;

import ballast.bitext.Unit;
import ballast.memory.PinnedBead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the units of beads that persons have confirmed. Pure computation. */
final class ConfirmedUnits {

  private ConfirmedUnits() {}

  /**
   * Which units are those of confirmed beads. Of several units with the same texts it is the one
   * whose source text has the number of the bead's, otherwise the first one.
   *
   * @param units of a revision, in document order
   * @param beads in document order; those that nobody has confirmed, or with one side, do not count
   * @return positions in {@code units}
   */
  static Set<Integer> of(List<Unit> units, List<PinnedBead> beads) {
    Set<Integer> confirmed = new HashSet<>();
    if (beads.stream().noneMatch(PinnedBead::confirmed)) {
      return confirmed;
    }
    Map<TextPair, List<Integer>> byTexts = new HashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    int[] numbers = new int[units.size()];
    for (int i = 0; i < units.size(); i++) {
      byTexts.computeIfAbsent(RevisionPlan.texts(units.get(i)), texts -> new ArrayList<>()).add(i);
      numbers[i] = seen.merge(units.get(i).source(), 1, Integer::sum) - 1;
    }
    for (PinnedBead bead : beads) {
      if (bead.confirmed()) {
        List<Integer> equal =
            byTexts.getOrDefault(
                new TextPair(bead.source().text(), bead.target().text()), List.of());
        equal.stream()
            .filter(i -> numbers[i] == bead.source().occurrence())
            .findFirst()
            .or(() -> equal.stream().filter(i -> !confirmed.contains(i)).findFirst())
            .ifPresent(confirmed::add);
      }
    }
    return confirmed;
  }
}
