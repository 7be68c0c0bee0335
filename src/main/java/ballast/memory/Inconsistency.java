package ballast.memory;

import ballast.bitext.Side;
import ballast.bitext.Unit;
import java.util.List;

/**
 * One text that has more than one counterpart.
 *
 * @param side which text of the units it is
 * @param units with this text, those with the same counterpart together, otherwise in export order;
 *     none is rejected
 */
public record Inconsistency(Side side, List<Unit> units) {

  public Inconsistency {
    units = List.copyOf(units);
  }

  /** The text that the units share, as the first of them has it. */
  public String text() {
    return units.get(0).text(side);
  }
}
