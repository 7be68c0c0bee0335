package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;

/** The rooms of the workbench, in the order of the bar at the top. */
public enum Room {
  ARTICLES("/"),
  ALIGN("/align"),
  MEMORY("/memory"),

  /** Not {@code /glossary}, where programs search the glossaries. */
  GLOSSARY("/terms"),
  CHECK("/check"),
  REVISIONS("/revisions"),
  OVERVIEW("/overview"),
  EXPORT("/export");

  private final String path;

  Room(String path) {
    this.path = path;
  }

  /** Where it is. */
  public String path() {
    return path;
  }

  /** The style files of its pages, besides those of all pages. */
  List<String> styles() {
    return switch (this) {
      case ARTICLES -> List.of();
      case ALIGN -> List.of("page.css", "align.css");
      case MEMORY -> List.of("memory.css");
      case GLOSSARY -> List.of("memory.css", "glossary.css");
      case CHECK, EXPORT -> List.of("memory.css", "check.css");
      case REVISIONS -> List.of("diff.css", "revisions.css");
      case OVERVIEW -> List.of("overview.css");
    };
  }

  /** The script files of its pages, besides those of all pages. */
  List<String> scripts() {
    return switch (this) {
      case ARTICLES -> List.of("articles.js");
      case ALIGN -> List.of("align.js");
      case MEMORY -> List.of("memory.js");
      case GLOSSARY -> List.of("glossary.js");
      case CHECK -> List.of("check.js");
      case REVISIONS -> List.of("revisions.js");
      case OVERVIEW -> List.of("overview.js");
      case EXPORT -> List.of();
    };
  }

  /** The key of its name among the {@link Words}. */
  String key() {
    return "room." + name().toLowerCase(Locale.ROOT);
  }

  /** Addresses of pages. */
  static final class Links {

    private Links() {}

    /** The page of a room about a document. */
    public static String to(Room room, String document) {
      return room.path() + "?document=" + encoded(document);
    }

    /** A text as the value of a parameter. */
    public static String encoded(String text) {
      return URLEncoder.encode(text, UTF_8);
    }
  }
}
