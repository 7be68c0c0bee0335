package ballast.memory;

import ballast.bitext.Unit;
import java.util.Optional;
import java.util.Set;

/** Decides on units: see {@link MemoryCare#review}. */
public interface UnitReviewer {

  /** The decision on a unit; empty when it stays as it is. */
  Optional<UnitReview> review(Unit unit);

  /** The ids of units that may be retired: {@link #review} is asked about them last. */
  default Set<String> retired() {
    return Set.of();
  }

  /**
   * Called after the last unit, before anything is committed; if it throws, nothing is recorded.
   */
  void finish();
}
