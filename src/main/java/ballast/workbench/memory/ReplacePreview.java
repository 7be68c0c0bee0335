package ballast.workbench.memory;

import ballast.bitext.Side;
import ballast.memory.ReplacedText;
import ballast.memory.UnitEdit;
import ballast.workflow.memory.TextReplacement;
import java.util.List;

/**
 * What a replacement would change.
 *
 * @param side the texts that change
 * @param result the counts
 * @param shown the first of the units that would change
 * @param digest identifies exactly these changes
 */
record ReplacePreview(Side side, TextReplacement.Result result, List<Place> shown, String digest) {

  ReplacePreview {
    shown = List.copyOf(shown);
  }

  /**
   * A unit that would change.
   *
   * @param edit the unit before and after
   * @param text the places
   */
  record Place(UnitEdit edit, ReplacedText text) {}
}
