package ballast.likeness;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pairs with a key of {@link PairKeys} in common. Finds for each the first before it that is nearly
 * the same: of which both texts score at least the threshold. For one thread.
 *
 * <p>Only those that have the key as a piece are kept; the others pass by. Many pairs that are all
 * nearly the same cost little, because each is compared until the first one before it is found.
 */
public final class NearGroup {

  /** Gets what is found. */
  public interface Sink {
    /**
     * Two pairs that are nearly the same. May be told of several for one pair; the first of them is
     * the first in this group.
     *
     * @param id the later pair
     * @param near the earlier one
     * @param score the lower one of the scores of both texts
     */
    void near(long id, long near, int score);
  }

  /**
   * What one group may cost.
   *
   * @param size pairs with the key as a piece, times all pairs with the key: above it the key is
   *     replaced by keys for the other text ({@link PairKeys#of(ComparedPair, long)})
   * @param pieces how many pairs with the key as a piece are kept; above it, pairs of them are not
   *     compared but counted
   * @param comparisons how many times two pairs are looked at; above it, they are counted
   */
  public record Limits(long size, int pieces, long comparisons) {

    /** Half a second; 50 MB; 20 seconds. */
    public static final Limits DEFAULT = new Limits(100_000_000, 50_000, 2_000_000_000);
  }

  private final int threshold;
  private final Limits limits;
  private final Sink sink;
  private final List<ComparedPair> pieces = new ArrayList<>();
  private final Symbols buffer = new Symbols();
  // Those with a piece for which no pair without one has been found before them.
  private @Nullable List<ComparedPair> waiting;
  private long comparisons;
  private long leftOut;
  private long unkept;

  /**
   * @param threshold the lowest score
   */
  public NearGroup(int threshold, Limits limits, Sink sink) {
    this.threshold = threshold;
    this.limits = limits;
    this.sink = sink;
  }

  /** Adds a pair that has the key as a piece; in ascending order of ids, before all others. */
  public void addPiece(ComparedPair pair) {
    findBefore(new Comparison(pair));
    if (pieces.size() < limits.pieces()) {
      pieces.add(pair);
    } else {
      leftOut += unkept++;
    }
  }

  /** Adds a pair that does not have the key as a piece; in ascending order of ids. */
  public void add(ComparedPair pair) {
    waiting = waiting == null ? new ArrayList<>(pieces) : waiting;
    Comparison comparison = new Comparison(pair);
    findBefore(comparison);
    // Pairs to come have higher ids still: they are before none that this one is not before.
    waiting.removeIf(
        after -> after.id() < pair.id() || isFound(after.id(), pair.id(), comparison.score(after)));
  }

  private void findBefore(Comparison comparison) {
    long id = comparison.pair.id();
    for (ComparedPair before : pieces) {
      if (before.id() > id || isFound(id, before.id(), comparison.score(before))) {
        return;
      }
    }
  }

  private boolean isFound(long id, long near, int score) {
    if (score < threshold) {
      return false;
    }
    sink.near(id, near, score);
    return true;
  }

  /** How many times two pairs were looked at. */
  public long comparisons() {
    return comparisons;
  }

  /** How many times they were not, because of the limits. */
  public long leftOut() {
    return leftOut;
  }

  /** A pair against others. */
  private final class Comparison {
    private final ComparedPair pair;
    private @Nullable Pattern source;
    private @Nullable Pattern target;

    Comparison(ComparedPair pair) {
      this.pair = pair;
    }

    /** The lower score of both texts; any number below the threshold if it is below. */
    int score(ComparedPair other) {
      if (comparisons == limits.comparisons()) {
        leftOut++;
        return -1;
      }
      comparisons++;
      if (!pair.mayBeNear(other, threshold)) {
        return -1;
      }
      source = source == null ? pair.source().pattern() : source;
      int first = other.source().score(source, threshold, buffer);
      if (first < threshold) {
        return -1;
      }
      target = target == null ? pair.target().pattern() : target;
      return Math.min(first, other.target().score(target, threshold, buffer));
    }
  }
}
