package ballast.memory;

import ballast.bitext.Unit;
import java.util.Optional;

/** Says what becomes of units: see {@link MemoryCare#review}. */
public interface UnitReviewer {

  /** What becomes of a unit; empty when nothing does. */
  Optional<UnitReview> review(Unit unit);

  /** Called after the last unit, before anything is kept; if it throws, nothing is. */
  void finish();
}
