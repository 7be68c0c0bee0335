package ballast.segment;

import ballast.bitext.Block;
import ballast.bitext.Document;
import ballast.bitext.Location;

/**
 * A place where a sentence might end, and what decided whether it does.
 *
 * @param document the text it is in
 * @param blockIndex position of its block in the document
 * @param offset UTF-16 units into the document's text: the text before it belongs to the sentence
 *     that ends here, the white space after it to no sentence
 * @param breaks whether a sentence ends here
 * @param rule the rule that decided: its group and its number in the group from 1, for example
 *     {@code English 12}; or {@code referee p=0.97}, the probability of a sentence end
 * @param reason the comment of the rule; empty when it has none
 */
public record Break(
    Document document, int blockIndex, int offset, boolean breaks, String rule, String reason) {

  public Break {
    Block block = document.blocks().get(blockIndex);
    if (offset <= block.span().start() || offset >= block.span().end()) {
      throw new IllegalArgumentException(
          "offset " + offset + " is not inside block " + block.span() + " of " + document.name());
    }
  }

  /** Its location in the file. */
  public Location location() {
    return document.location(offset);
  }
}
