package ballast.bitext;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A markup code from inside a unit's text, kept separately. Matching sees plain text; writing
 * restores the code.
 *
 * <p>An element that surrounds text is two codes: {@code <hi} where it begins, with the attributes,
 * and {@code /hi} where it ends. The same applies to a native code that contains text for
 * translators (TMX {@code sub}): {@code <ph}, {@code <sub}, {@code /sub}, {@code /ph} at one
 * offset, each with the native code that follows it as content. The content of {@code sub} is not
 * part of the unit's text.
 *
 * @param offset UTF-16 units into the text of its side; several codes at one offset keep their list
 *     order
 * @param element the name of its element, without namespace: TMX {@code ph bpt ept it ut}, XLIFF
 *     {@code x bx ex ph sc ec}; the two halves {@code <hi /hi}, {@code <g /g}, {@code <pc /pc},
 *     {@code <mrk /mrk}
 * @param attributes the element's attributes as written, for example {@code i="1" type="bold"};
 *     {@code &} and {@code "} in values are escaped as in XML; may be empty
 * @param content the native code inside it, unescaped; may be empty
 */
public record InlineCode(Side side, int offset, String element, String attributes, String content) {

  private static final Pattern ID = Pattern.compile("(?:^|\\s)id=\"([^\"]*)\"");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

  public InlineCode {
    if (offset < 0) {
      throw new IllegalArgumentException("offset " + offset + " is negative");
    }
    if (element.isEmpty()) {
      throw new IllegalArgumentException("an inline code needs its element's name");
    }
  }

  /** Those of {@code codes} on one side. */
  public static List<InlineCode> on(Side side, List<InlineCode> codes) {
    return codes.stream().filter(code -> code.side() == side).toList();
  }

  public InlineCode movedBy(int units) {
    return at(side, offset + units);
  }

  /** The same code at another place. */
  public InlineCode at(Side other, int place) {
    return new InlineCode(other, place, element, attributes, content);
  }

  /** Another code at the same place. */
  public InlineCode as(String name, String values, String code) {
    return new InlineCode(side, offset, name, values, code);
  }

  public String name() {
    return isOpening() || isClosing() ? element.substring(1) : element;
  }

  public boolean isOpening() {
    return element.charAt(0) == '<';
  }

  public boolean isClosing() {
    return element.charAt(0) == '/';
  }

  /** The value of the attribute {@code id}, equal in both halves of a pair; may be empty. */
  public String id() {
    Matcher id = ID.matcher(attributes);
    return id.find() ? id.group(1) : "";
  }

  /** Its id if that is a number of at most six digits; otherwise 0. */
  public int number() {
    String id = id();
    return NUMBER.matcher(id).matches() ? Integer.parseInt(id) : 0;
  }

  public InlineCode numbered(int number) {
    String id = "id=\"" + number + "\"";
    String rest = ID.matcher(attributes).replaceFirst("").strip();
    return new InlineCode(side, offset, element, rest.isEmpty() ? id : id + " " + rest, content);
  }
}
