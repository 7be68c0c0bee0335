package ballast.format.document;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Joins the lines of a text in XML, where a line feed means no more than a space. */
final class WrappedLines {

  private static final Pattern WRAP = Pattern.compile("[ \\t]*[\\r\\n][ \\t\\r\\n]*");

  private WrappedLines() {}

  /** The text in one line; between Chinese characters nothing takes the place of the break. */
  static String joined(String text) {
    if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
      return text;
    }
    return WRAP.matcher(text)
        .replaceAll(
            (MatchResult wrap) ->
                isWide(text, wrap.start() - 1) && isWide(text, wrap.end()) ? "" : " ");
  }

  private static boolean isWide(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return Character.isIdeographic(c) || (c >= '\u3000' && c <= '\u303F') || c >= '\uFF00';
  }
}
