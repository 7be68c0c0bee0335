package ballast.memory;

import ballast.bitext.Side;
import ballast.bitext.Unit;
import java.util.List;

/**
 * One text with more than one counterpart.
 *
 * @param side the side of this text
 * @param units grouped by counterpart, otherwise in export order; none is rejected
 */
public record Inconsistency(Side side, List<Unit> units) {

  public Inconsistency {
    units = List.copyOf(units);
  }

  /** Returns the common text as the first unit has it. */
  public String text() {
    return units.get(0).text(side);
  }
}
