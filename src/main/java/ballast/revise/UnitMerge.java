package ballast.revise;

import ballast.bitext.Property;
import ballast.bitext.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Three versions of a file of units made one, unit by unit: what one side changed is taken, what
 * both changed alike too. What both changed in two ways is a conflict: both units stay, marked.
 *
 * @param units the result: in the order of ours, what theirs added after what it follows there
 * @param conflicts how many units were changed in two ways
 */
public record UnitMerge(List<Unit> units, int conflicts) {

  /** Type of the property that marks the units of a conflict. */
  public static final String MARK = "x-conflict";

  public UnitMerge {
    units = List.copyOf(units);
  }

  /** Merges two versions that come from the same base. */
  public static UnitMerge of(List<Unit> base, List<Unit> ours, List<Unit> theirs) {
    Map<String, Unit> was = keyed(base);
    Map<String, Unit> mine = keyed(ours);
    Map<String, Unit> other = keyed(theirs);
    List<Unit> merged = new ArrayList<>();
    int conflicts = 0;
    for (String key : order(mine, other)) {
      @Nullable Unit left = mine.get(key);
      @Nullable Unit right = other.get(key);
      @Nullable Unit before = was.get(key);
      if (isSame(left, right) || isSame(before, right)) {
        add(merged, left);
      } else if (isSame(before, left)) {
        add(merged, right);
      } else {
        conflicts++;
        add(merged, marked(left, "ours"));
        add(merged, marked(right, "theirs"));
      }
    }
    return new UnitMerge(merged, conflicts);
  }

  private static void add(List<Unit> merged, @Nullable Unit unit) {
    if (unit != null) {
      merged.add(unit);
    }
  }

  private static @Nullable Unit marked(@Nullable Unit unit, String side) {
    return unit == null ? null : unit.with(unit.extras().with(Property.ofUnit(MARK, side)));
  }

  /** Whether two are one, their dates apart; null stands for a unit that is not there. */
  private static boolean isSame(@Nullable Unit one, @Nullable Unit other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.source().equals(other.source())
        && one.target().equals(other.target())
        && one.codes().equals(other.codes())
        && one.extras().properties().equals(other.extras().properties())
        && one.provenance().status() == other.provenance().status();
  }

  /** By id; without one by document and source text, and by place among those of the same. */
  private static Map<String, Unit> keyed(List<Unit> units) {
    Map<String, Unit> keyed = new LinkedHashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Unit unit : units) {
      String key =
          unit.id().isEmpty()
              ? "text " + unit.provenance().document() + '\0' + unit.source()
              : "id " + unit.id();
      int number = seen.merge(key, 1, Integer::sum);
      keyed.put(key + '\0' + number, unit);
    }
    return keyed;
  }

  private static List<String> order(Map<String, Unit> mine, Map<String, Unit> other) {
    List<String> order = new ArrayList<>();
    Map<String, List<String>> after = new HashMap<>();
    String last = "";
    for (String key : other.keySet()) {
      if (mine.containsKey(key)) {
        last = key;
      } else {
        after.computeIfAbsent(last, k -> new ArrayList<>()).add(key);
      }
    }
    order.addAll(after.getOrDefault("", List.of()));
    for (String key : mine.keySet()) {
      order.add(key);
      order.addAll(after.getOrDefault(key, List.of()));
    }
    return order;
  }
}
