package ballast.format.markup;

import java.util.regex.Pattern;

/**
 * Puts a backslash before the characters that would be markup where they stand. Where a character
 * cannot be markup, it stays as it is.
 */
final class MarkdownEscaping implements Escaping {

  /** What a backslash takes the meaning from (CommonMark 0.31, section 2.4). */
  static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final int MAX_BRACES = 500;

  private final TextRules rules;

  MarkdownEscaping(TextRules rules) {
    this.rules = rules;
  }

  @Override
  public String written(Place place) {
    return isMarkup(place) ? "\\" + place.c() : String.valueOf(place.c());
  }

  private boolean isMarkup(Place place) {
    if (beginsBlock(place)) {
      return true;
    }
    return switch (place.c()) {
      case '`', '[', ']' -> true;
      case '\\' -> place.edge() || isPunctuation(place.after()) || place.after() == '\n';
      case '*' -> place.edge() || !isBlank(place.before()) || !isBlank(place.after());
      case '_' -> place.edge() || !isWord(place.before()) || !isWord(place.after());
      case '<' -> place.startsTag();
      case '&' -> place.startsEntity();
      case '$' -> place.edge() || place.text().indexOf('$') != place.text().lastIndexOf('$');
      case '~' -> place.edge() || place.before() == '~' || place.after() == '~';
      case '!' -> place.edge();
      case '{' -> isBraced(place);
      case '|' -> rules == TextRules.CELL;
      case '#' -> rules == TextRules.LINE && isLast(place);
      default -> false;
    };
  }

  /** Whether it would make of the line something other than text. */
  private boolean beginsBlock(Place place) {
    if (rules != TextRules.PARAGRAPH) {
      return false;
    }
    char c = place.c();
    if (c == '.' || c == ')') {
      int line = place.text().lastIndexOf('\n', place.index()) + 1;
      String before = place.text().substring(line, place.index());
      return isBlank(place.after()) && NUMBER.matcher(before).matches();
    }
    if (!place.lineStart()) {
      return false;
    }
    boolean tripled = place.text().startsWith(String.valueOf(c).repeat(3), place.index());
    return switch (c) {
      case '#', '>', '-', '+', '*', '=', '|', '_' -> true;
      case '!', '?', ':', '~', '%' -> tripled;
      default -> false;
    };
  }

  private static boolean isBraced(Place place) {
    int end = place.text().indexOf('}', place.index());
    return end > 0 && end - place.index() < MAX_BRACES;
  }

  private static boolean isLast(Place place) {
    return place.text().substring(place.index()).chars().allMatch(c -> c == '#');
  }

  private static boolean isPunctuation(char c) {
    return PUNCTUATION.indexOf(c) >= 0;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c);
  }
}
