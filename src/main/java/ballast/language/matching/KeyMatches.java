package ballast.language.matching;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Pairs old and new items with the same key, wherever they are, in order of position. */
public final class KeyMatches {

  private final IntPredicate isFreeOld;
  private final IntPredicate isFreeNew;

  /** Pairs two items, so that they are no longer free, or leaves them. */
  @FunctionalInterface
  public interface Taker {
    void take(int old, int revised);
  }

  /**
   * The predicates select the old and new items that may be paired; they are tested again after
   * each pair.
   */
  public KeyMatches(IntPredicate isFreeOld, IntPredicate isFreeNew) {
    this.isFreeOld = isFreeOld;
    this.isFreeNew = isFreeNew;
  }

  /**
   * Passes every possible pair to {@code taker}, by ascending new position.
   *
   * @param oldKey returns the key of an old item, or null
   */
  public void match(
      int olds,
      IntFunction<@Nullable Object> oldKey,
      int news,
      IntFunction<@Nullable Object> newKey,
      Taker taker) {
    Map<Object, Deque<Integer>> places = new HashMap<>();
    for (int i = 0; i < olds; i++) {
      Object key = isFreeOld.test(i) ? oldKey.apply(i) : null;
      if (key != null) {
        places.computeIfAbsent(key, k -> new ArrayDeque<>()).add(i);
      }
    }
    for (int j = 0; j < news && !places.isEmpty(); j++) {
      Object key = isFreeNew.test(j) ? newKey.apply(j) : null;
      Deque<Integer> found = key == null ? null : places.get(key);
      while (found != null && !found.isEmpty() && !isFreeOld.test(found.peek())) {
        found.poll(); // taken
      }
      if (found != null && !found.isEmpty()) {
        taker.take(found.peek(), j);
      }
    }
  }
}
