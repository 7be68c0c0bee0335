package ballast.format.markup;

/** How a format writes a character so that it is not read as markup. */
interface Escaping {

  /**
   * A character in its text.
   *
   * @param text the whole text
   * @param index of the character
   * @param lineStart whether it begins a line of the file
   * @param edge whether a code, or the end of the text, is beside it
   */
  record Place(String text, int index, boolean lineStart, boolean edge) {

    char c() {
      return text.charAt(index);
    }

    /** The character before; a space at the beginning. */
    char before() {
      return index == 0 ? ' ' : text.charAt(index - 1);
    }

    /** The character behind; a space at the end. */
    char after() {
      return index + 1 < text.length() ? text.charAt(index + 1) : ' ';
    }

    boolean startsTag() {
      char next = after();
      return edge || Character.isLetterOrDigit(next) || "/!?".indexOf(next) >= 0;
    }

    boolean startsEntity() {
      return Entities.at(text, index) != null;
    }
  }

  /** The character as it is written. */
  String written(Place place);

  /** The escaping that the rules demand. */
  static Escaping of(TextRules rules) {
    return switch (rules) {
      case PARAGRAPH, LINE, CELL -> new MarkdownEscaping(rules);
      case HTML -> Escaping::html;
      case VTT -> Escaping::vtt;
      case PO -> Escaping::po;
      case SRT, NEVER -> place -> String.valueOf(place.c());
    };
  }

  private static String html(Place place) {
    if (place.c() == '<' && place.startsTag()) {
      return "&lt;";
    }
    return place.c() == '&' && place.startsEntity() ? "&amp;" : String.valueOf(place.c());
  }

  private static String vtt(Place place) {
    boolean arrow = place.c() == '>' && place.index() > 1 && place.before() == '-';
    if (place.c() == '<') {
      return "&lt;";
    }
    return arrow ? "&gt;" : html(place);
  }

  private static String po(Place place) {
    return switch (place.c()) {
      case '\\' -> "\\\\";
      case '"' -> "\\\"";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      default -> String.valueOf(place.c());
    };
  }
}
