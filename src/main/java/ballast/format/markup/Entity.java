package ballast.format.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** A character reference of HTML: an ampersand, a name or a number, a semicolon. */
record Entity(int length, String decoded) {

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

  private static final int MAX_LENGTH = 34;

  static @Nullable Entity at(CharSequence text, int start) {
    if (text.charAt(start) != '&') {
      return null;
    }
    int end = Math.min(text.length(), start + MAX_LENGTH);
    Matcher matcher = ENTITY.matcher(text).region(start, end);
    if (!matcher.lookingAt()) {
      return null;
    }
    String decoded = Parser.unescapeEntities(matcher.group(), false);
    return decoded.equals(matcher.group())
        ? null
        : new Entity(matcher.end() - matcher.start(), decoded);
  }
}
