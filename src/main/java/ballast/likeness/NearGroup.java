package ballast.likeness;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pairs with a common key of {@link PairKeys}. Finds for each the first earlier pair that is nearly
 * the same: both texts score at least the threshold. Not thread-safe.
 *
 * <p>Only pairs with the key as a piece are kept; the others pass by. Many pairs that are all
 * nearly the same cost little, because each is compared only until the first earlier one is found.
 */
public final class NearGroup {

  public interface Sink {
    /**
     * Reports two pairs that are nearly the same. May be called several times for one pair; the
     * first call is for the first pair in this group.
     *
     * @param id the later pair
     * @param near the earlier pair
     * @param score the lower score of both texts
     */
    void near(long id, long near, int score);
  }

  /**
   * @param size pairs with the key as a piece, times all pairs with the key; beyond it the key is
   *     replaced by keys for the other text ({@link PairKeys#of(ComparedPair, long)})
   * @param pieces maximum number of kept pairs with the key as a piece; comparisons with further
   *     pairs are only counted
   * @param comparisons maximum number of comparisons; further ones are only counted
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
  // The pairs with a piece without a near earlier pair among those that lack one.
  private @Nullable List<ComparedPair> waiting;
  private long comparisons;
  private long leftOut;
  private long unkept;

  public NearGroup(int threshold, Limits limits, Sink sink) {
    this.threshold = threshold;
    this.limits = limits;
    this.sink = sink;
  }

  /** Adds a pair with the key as a piece; in ascending order of ids, before all others. */
  public void addPiece(ComparedPair pair) {
    findBefore(new Comparison(pair));
    if (pieces.size() < limits.pieces()) {
      pieces.add(pair);
    } else {
      leftOut += unkept++;
    }
  }

  /** Adds a pair without the key as a piece; in ascending order of ids. */
  public void add(ComparedPair pair) {
    waiting = waiting == null ? new ArrayList<>(pieces) : waiting;
    Comparison comparison = new Comparison(pair);
    findBefore(comparison);
    // Later pairs have higher ids: they precede no pair that this one does not precede.
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

  public long comparisons() {
    return comparisons;
  }

  /** Comparisons skipped because of the limits. */
  public long leftOut() {
    return leftOut;
  }

  private final class Comparison {
    private final ComparedPair pair;
    private @Nullable Pattern source;
    private @Nullable Pattern target;

    Comparison(ComparedPair pair) {
      this.pair = pair;
    }

    /** Returns the lower score of both texts; any number below the threshold if it is below. */
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
