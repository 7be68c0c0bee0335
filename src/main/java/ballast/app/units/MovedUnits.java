package ballast.app.units;

import java.util.List;

/**
 * Units whose beads were moved.
 *
 * @param revision number of the document's latest revision
 */
public record MovedUnits(String document, int revision, List<OneBead> before, List<OneBead> after) {

  public MovedUnits {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /**
   * @param unit id of its unit; empty if it has none, because a side is empty or nothing was
   *     written
   * @param source its source text; may be empty
   * @param target its target text; may be empty
   */
  public record OneBead(String unit, String source, String target) {}
}
