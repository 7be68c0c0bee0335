package ballast.format.markup;

/** The escaping of each format. */
final class Escapings {

  private Escapings() {}

  /** The escaping that the rules demand. */
  static Escaping of(TextRules rules) {
    return switch (rules) {
      case PARAGRAPH, LINE, CELL -> new MarkdownEscaping(rules);
      case HTML -> Escapings::html;
      case VTT -> Escapings::vtt;
      case PO -> Escapings::po;
      case PAGE -> Escapings::page;
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
}
