package ballast.app.page;

import ballast.format.file.XmlText;
import java.util.Locale;

/**
 * Escapes foreign text for a page: it never becomes markup, and invisible characters become
 * visible.
 */
public final class HtmlText {

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

  private static boolean isHidden(int c) {
    return (TerminalText.isUnsafe(c) && c != '\n' && c != '\t') || (c & 0xFFFE) == 0xFFFE;
  }

  /**
   * Escapes foreign text for the value of an XML attribute or the text of an element, with its line
   * breaks. Characters that XML 1.0 forbids become U+FFFD.
   */
  public static String xml(String text) {
    StringBuilder value = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\n', '\r', '\t' -> value.append("&#").append(c).append(';');
                case '\'' -> value.append('\'');
                default -> append(value, XmlText.isAllowed(c) ? c : REPLACEMENT);
              }
            });
    return value.toString();
  }
}
