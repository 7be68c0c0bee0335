package ballast.format.markup;

import java.util.regex.Pattern;

/** The place of a block, which determines the characters that the format would read as markup. */
enum TextContext {
  /** Markdown at the beginning of a line. */
  PARAGRAPH("<br>"),
  /** Markdown inside a line, for example in a heading. */
  LINE("<br>"),
  CELL("<br>"),
  HTML("<br>"),
  PAGE(" "),
  PLAIN(" "),
  /** A caption of SubRip subtitles, which have no escapes. */
  SRT("\n"),
  VTT("\n"),
  PO("\\n"),
  /** Text of a page without a place in the file. */
  NOWHERE("\n"),
  /** Code, which is never replaced. */
  NEVER("\n");

  /** Characters that a backslash escapes (CommonMark 0.31, section 2.4). */
  static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final int MAX_BRACES = 500;

  private final String lineBreak;

  TextContext(String lineBreak) {
    this.lineBreak = lineBreak;
  }

  String lineBreak() {
    return lineBreak;
  }

  /** Writes characters so that the format does not read them as markup. */
  interface Escaping {

    /**
     * @param lineStart whether it begins a line of the file
     * @param edge whether a code, or the end of the text, is next to it
     */
    record Place(String text, int index, boolean lineStart, boolean edge) {

      char c() {
        return text.charAt(index);
      }

      char before() {
        return index == 0 ? ' ' : text.charAt(index - 1);
      }

      char after() {
        return index + 1 < text.length() ? text.charAt(index + 1) : ' ';
      }

      boolean startsTag() {
        char next = after();
        return edge || Character.isLetterOrDigit(next) || "/!?".indexOf(next) >= 0;
      }

      boolean startsEntity() {
        return Entity.at(text, index) != null;
      }
    }

    String written(Place place);
  }

  Escaping escaping() {
    return switch (this) {
      case PARAGRAPH, LINE, CELL -> this::markdown;
      case HTML -> TextContext::html;
      case VTT -> TextContext::vtt;
      case PO -> TextContext::po;
      case PAGE -> TextContext::page;
      case SRT, PLAIN, NOWHERE, NEVER -> place -> String.valueOf(place.c());
    };
  }

  private static String html(Escaping.Place place) {
    if (place.c() == '<' && place.startsTag()) {
      return "&lt;";
    }
    return place.c() == '&' && place.startsEntity() ? "&amp;" : String.valueOf(place.c());
  }

  private static String page(Escaping.Place place) {
    return switch (place.c()) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '\u00A0' -> "&nbsp;";
      default -> String.valueOf(place.c());
    };
  }

  private static String vtt(Escaping.Place place) {
    boolean arrow = place.c() == '>' && place.index() > 1 && place.before() == '-';
    if (place.c() == '<') {
      return "&lt;";
    }
    return arrow ? "&gt;" : html(place);
  }

  private static String po(Escaping.Place place) {
    return switch (place.c()) {
      case '\\' -> "\\\\";
      case '"' -> "\\\"";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      default -> String.valueOf(place.c());
    };
  }

  /** Puts a backslash before characters that would be markup at their place; leaves all others. */
  private String markdown(Escaping.Place place) {
    return isMarkdown(place) ? "\\" + place.c() : String.valueOf(place.c());
  }

  private boolean isMarkdown(Escaping.Place place) {
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
      case '|' -> this == CELL;
      case '#' -> this == LINE && isLast(place);
      default -> false;
    };
  }

  /** Whether it would turn the line into something other than text. */
  private boolean beginsBlock(Escaping.Place place) {
    if (this != PARAGRAPH) {
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

  private static boolean isBraced(Escaping.Place place) {
    int end = place.text().indexOf('}', place.index());
    return end > 0 && end - place.index() < MAX_BRACES;
  }

  private static boolean isLast(Escaping.Place place) {
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
