package ballast.app.page;

import ballast.format.file.XmlText;
import java.util.Locale;

/**
 * Escapes foreign text for a page: it never becomes markup, and invisible characters become
 * visible.
 */
public final class HtmlText {

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int SOFT_HYPHEN = 0xAD;
  private static final int REPLACEMENT = 0xFFFD;

  private HtmlText() {}

  /**
   * Escapes attribute values in double quotes, titles and names. Control characters (escapes,
   * reading direction) become U+FFFD.
   */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(escaped, isHidden(c) ? REPLACEMENT : c));
    return escaped.toString();
  }

  /** Escapes running text. Control characters are shown as their number. */
  static String visible(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (isHidden(c)) {
                escaped.append(
                    String.format(Locale.ROOT, "<span class=\"control\">U+%04X</span>", c));
              } else {
                append(escaped, c);
              }
            });
    return escaped.toString();
  }

  /** Escapes the content of a text field, keeping every character. */
  static String exact(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(escaped, c));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int c) {
    switch (c) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      default -> escaped.appendCodePoint(c);
    }
  }

  /** Joiners and the soft hyphen only shape ordinary words and emoji. */
  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\n' && c != '\t';
      case Character.FORMAT ->
          c != ZERO_WIDTH_NON_JOINER && c != ZERO_WIDTH_JOINER && c != SOFT_HYPHEN;
      case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> (c & 0xFFFE) == 0xFFFE;
    };
  }

  /** Escapes foreign text for the value of an XML attribute or the text of an element. */
  public static final class XmlValue {

    private XmlValue() {}

    /**
     * Escapes markup, quotation marks and line breaks. Characters that XML 1.0 forbids become
     * U+FFFD.
     */
    public static String of(String text) {
      StringBuilder value = new StringBuilder(text.length() + 16);
      text.codePoints().forEach(c -> append(value, c));
      return value.toString();
    }

    private static void append(StringBuilder value, int c) {
      switch (c) {
        case '&' -> value.append("&amp;");
        case '<' -> value.append("&lt;");
        case '>' -> value.append("&gt;");
        case '"' -> value.append("&quot;");
        case '\n' -> value.append("&#10;");
        case '\r' -> value.append("&#13;");
        case '\t' -> value.append("&#9;");
        default -> value.appendCodePoint(XmlText.isAllowed(c) ? c : 0xFFFD);
      }
    }
  }
}
