package ballast.revise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Three-way merge of a file of units, unit by unit. A change by one side, or the same change by
 * both, is accepted. Different changes by both are a conflict, which keeps both units.
 *
 * @param units in the order of ours; units added by theirs follow their predecessor there
 * @param conflicts number of units in conflict
 */
public record UnitMerge<T>(List<Taken<T>> units, int conflicts) {

  /**
   * A unit of the result.
   *
   * @param side {@code ours} or {@code theirs} for a unit in conflict; otherwise empty
   */
  public record Taken<T>(T unit, String side) {}

  public UnitMerge {
    units = List.copyOf(units);
  }

  /**
   * Merges two versions that come from the same base.
   *
   * @param key identifies a unit; several units with one key are distinguished by their order
   * @param content units with equal content are the same
   */
  public static <T> UnitMerge<T> of(
      List<T> base,
      List<T> ours,
      List<T> theirs,
      Function<T, String> key,
      Function<T, String> content) {
    Map<String, T> baseUnits = keyed(base, key);
    Map<String, T> ourUnits = keyed(ours, key);
    Map<String, T> theirUnits = keyed(theirs, key);
    List<Taken<T>> merged = new ArrayList<>();
    int conflicts = 0;
    for (String one : order(ourUnits, theirUnits)) {
      @Nullable T left = ourUnits.get(one);
      @Nullable T right = theirUnits.get(one);
      @Nullable T baseUnit = baseUnits.get(one);
      if (isSame(left, right, content) || isSame(baseUnit, right, content)) {
        add(merged, left, "");
      } else if (isSame(baseUnit, left, content)) {
        add(merged, right, "");
      } else {
        conflicts++;
        add(merged, left, "ours");
        add(merged, right, "theirs");
      }
    }
    return new UnitMerge<>(merged, conflicts);
  }

  private static <T> void add(List<Taken<T>> merged, @Nullable T unit, String side) {
    if (unit != null) {
      merged.add(new Taken<>(unit, side));
    }
  }

  /** Returns whether two units are the same; null means a missing unit. */
  private static <T> boolean isSame(
      @Nullable T one, @Nullable T other, Function<T, String> content) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return content.apply(one).equals(content.apply(other));
  }

  private static <T> Map<String, T> keyed(List<T> units, Function<T, String> key) {
    Map<String, T> keyed = new LinkedHashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (T unit : units) {
      String name = key.apply(unit);
      int number = counts.merge(name, 1, Integer::sum);
      keyed.put(name + '\0' + number, unit);
    }
    return keyed;
  }

  private static <T> List<String> order(Map<String, T> ourUnits, Map<String, T> theirUnits) {
    List<String> order = new ArrayList<>();
    Map<String, List<String>> after = new HashMap<>();
    String last = "";
    for (String key : theirUnits.keySet()) {
      if (ourUnits.containsKey(key)) {
        last = key;
      } else {
        after.computeIfAbsent(last, k -> new ArrayList<>()).add(key);
      }
    }
    order.addAll(after.getOrDefault("", List.of()));
    for (String key : ourUnits.keySet()) {
      order.add(key);
      order.addAll(after.getOrDefault(key, List.of()));
    }
    return order;
  }
}
