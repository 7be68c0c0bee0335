package ballast.bitext;

/**
 * A markup code that stood inside a unit's text, kept beside it: matching sees plain text, writing
 * puts the code back.
 *
 * @param side which of the unit's texts it stood in
 * @param offset UTF-16 units into that text; several codes at one offset keep their list order
 * @param element the element it was, without namespace: TMX {@code ph bpt ept it hi ut}, XLIFF
 *     {@code g x ph pc}
 * @param attributes the element's attributes as written, for example {@code i="1" type="bold"};
 *     empty when there are none
 * @param content the native code inside it, unescaped; empty when there is none
 */
public record InlineCode(Side side, int offset, String element, String attributes, String content) {

  /** Which text of a unit. */
  public enum Side {
    SOURCE,
    TARGET
  }

  public InlineCode {
    if (offset < 0) {
      throw new IllegalArgumentException("offset " + offset + " is negative");
    }
    if (element.isEmpty()) {
      throw new IllegalArgumentException("an inline code needs its element's name");
    }
  }
}
