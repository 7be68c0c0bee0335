package ballast.format.unit;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.unit.RawUnit.Variant;
import java.util.List;

/**
 * Receives the findings of a reader of an exchange format, in the order of the file. By default
 * only pairs matter.
 */
@FunctionalInterface
public interface UnitEvents {

  void pair(FoundPair pair);

  /**
   * Reports a rejected unit.
   *
   * @param isPair whether it has both languages, so that it counts as a pair read
   * @param reason without a full stop
   */
  default void refused(RawUnit unit, boolean isPair, String reason) {}

  /**
   * Reports the texts of a unit that are in neither of the requested languages, after its pairs.
   *
   * @param unit a unit that was not rejected for its languages
   * @param texts at least one; none is blank
   */
  default void leftOut(RawUnit unit, List<Variant> texts) {}

  /** Reports an accepted text in a variant of the requested language; called for each. */
  default void mapped(String code, Lang lang) {}

  default void corrected(int line, String what) {}

  /** Reports an invalid date, which does not affect the texts. */
  default void misdated(int line, String what) {
    corrected(line, what);
  }

  /**
   * A pair of texts in the requested languages.
   *
   * @param unit the pair, ready for a memory
   * @param dated whether the file gives its dates; otherwise they are the time of reading
   * @param judged whether the file gives its status
   * @param raw the unit of the file from which it was made
   */
  public record FoundPair(Unit unit, boolean dated, boolean judged, RawUnit raw) {}
}
