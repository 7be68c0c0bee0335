package ballast.format.unit;

import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.format.unit.RawUnit.Variant;
import java.util.List;

/** Takes what a reader of an exchange format finds, item by item, in the order of the file. */
public interface UnitEvents {

  /** Takes a pair in the wanted languages. */
  void pair(FoundPair pair);

  /**
   * Reports a unit that could not be taken.
   *
   * @param unit as the file has it
   * @param isPair whether it has both languages, so that it counts as a pair that was read
   * @param reason in words, without a full stop
   */
  void refused(RawUnit unit, boolean isPair, String reason);

  /**
   * Reports the texts of a unit that are in neither of the wanted languages, after its pairs.
   *
   * @param unit one that was not refused for its languages
   * @param texts at least one; none is blank
   */
  default void leftOut(RawUnit unit, List<Variant> texts) {
    // Only a report for people names them.
  }

  /**
   * Reports a text that was taken whose language code differs from the wanted one: {@code zh_CN},
   * {@code zh} or {@code zh-TW} for {@code zh-CN}. Called once for each such text.
   *
   * @param lang the wanted language
   */
  void mapped(String code, Lang lang);

  /** Reports a correction, for example of a character that XML forbids. */
  void corrected(int line, String what);

  /** Reports a date that cannot be read, which says nothing of the texts. */
  default void misdated(int line, String what) {
    corrected(line, what);
  }

  /**
   * A pair of texts that a file has in the wanted languages.
   *
   * @param unit the pair, ready for a memory
   * @param dated whether the file says when it was made or changed; otherwise its dates are the
   *     time of reading
   * @param judged whether the file gives its status
   * @param raw the unit of the file from which it was made
   */
  public record FoundPair(Unit unit, boolean dated, boolean judged, RawUnit raw) {}
}
