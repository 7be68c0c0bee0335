package ballast.workflow.translate;

import ballast.bitext.Side;
import ballast.memory.Match;

/**
 * A unit of the memory that is similar to a sentence.
 *
 * @param side the text of the unit that is similar
 * @param match the unit and its similarity
 */
public record FoundTranslation(Side side, Match match) {

  /** The unit's text in the language of the document. */
  public String text() {
    return match.unit().text(side);
  }

  public String translation() {
    return match.unit().text(side.other());
  }
}
