package ballast.report.page;

import java.util.Locale;

/**
 * Escapes foreign text for a page: it never becomes markup, and invisible characters become
 * visible.
 */
final class HtmlText {

  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int SOFT_HYPHEN = 0xAD;
  private static final int REPLACEMENT = 0xFFFD;

  private HtmlText() {}

  /**
   * For attribute values in double quotes, titles and names: characters that control something
   * (escapes, reading direction) become U+FFFD.
   */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(escaped, isHidden(c) ? REPLACEMENT : c));
    return escaped.toString();
  }

  /** For running text: a character that controls something is shown as its number. */
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

  /** For the content of a text field: every character but those of markup stays what it is. */
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

  /** Joiners and the soft hyphen shape ordinary words and emoji; they control nothing else. */
  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\n' && c != '\t';
      case Character.FORMAT ->
          c != ZERO_WIDTH_NON_JOINER && c != ZERO_WIDTH_JOINER && c != SOFT_HYPHEN;
      case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> (c & 0xFFFE) == 0xFFFE;
    };
  }
}
