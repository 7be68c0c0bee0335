package ballast.app.revisions;

import ballast.bitext.Unit;
import ballast.memory.HistoryEntry;
import ballast.memory.HistoryEntry.Occasion;
import ballast.memory.HistoryEntry.What;
import ballast.memory.Memory;
import ballast.revise.Change;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Authors of the changes to a document between two of its revisions, from the history of the
 * memory.
 *
 * @param old unit ids of the old revision, in order
 * @param revised unit ids of the new revision, in order
 * @param occasions changes by unit id, the first change first
 */
public record UnitAuthors(
    List<String> old, List<String> revised, Map<String, List<Occasion>> occasions) {

  public static final UnitAuthors NONE = new UnitAuthors(List.of(), List.of(), Map.of());

  /** History entries that change the texts of a document. */
  private static final Set<What> CHANGES =
      EnumSet.complementOf(
          EnumSet.of(What.JUDGED, What.COMMENTED, What.CONFIRMED, What.UNCONFIRMED, What.SCORED));

  public UnitAuthors {
    old = List.copyOf(old);
    revised = List.copyOf(revised);
    occasions = Map.copyOf(occasions);
  }

  static UnitAuthors of(
      Memory memory, String document, Numbers numbers, List<Unit> old, List<Unit> revised) {
    Map<String, List<Occasion>> occasions = new HashMap<>();
    for (HistoryEntry entry : memory.history(document)) {
      if (CHANGES.contains(entry.what()) && numbers.isBetween(entry.occasion())) {
        occasions.computeIfAbsent(entry.uid(), uid -> new ArrayList<>()).add(entry.occasion());
      }
    }
    return new UnitAuthors(uids(old), uids(revised), occasions);
  }

  record Numbers(int from, int to) {

    boolean isBetween(Occasion occasion) {
      int revision = occasion.revision();
      return revision == 0
          ? Math.min(from, to) <= occasion.latest() && occasion.latest() < Math.max(from, to)
          : Math.min(from, to) < revision && revision <= Math.max(from, to);
    }
  }

  private static List<String> uids(List<Unit> units) {
    return units.stream().map(Unit::id).toList();
  }

  /** Returns when the sentences of a change were changed, each occasion once; empty if unknown. */
  public List<Occasion> of(Change change) {
    Set<Occasion> found = new LinkedHashSet<>();
    if (change.kind().isChange()) {
      find(old, change.old(), found);
      find(revised, change.revised(), found);
    }
    return List.copyOf(found);
  }

  private void find(List<String> uids, Change.Side side, Set<Occasion> found) {
    for (int i = 0; i < side.sentences().size() && side.position() + i < uids.size(); i++) {
      found.addAll(occasions.getOrDefault(uids.get(side.position() + i), List.of()));
    }
  }
}
