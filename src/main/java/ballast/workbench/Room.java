package ballast.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;

/** The rooms of the workbench, in the order of the navigation bar. */
public enum Room {
  ARTICLES("/", 'a'),
  ALIGN("/align", 'l'),
  MEMORY("/memory", 'm'),

  /** Not {@code /glossary}, which is the address for programs that search the glossaries. */
  GLOSSARY("/terms", 'g'),
  CHECK("/check", 'c'),
  REVISIONS("/revisions", 'r'),
  OVERVIEW("/overview", 'o'),
  EXPORT("/export", 'e');

  private final String path;
  private final char letter;

  Room(String path, char letter) {
    this.path = path;
    this.letter = letter;
  }

  public String path() {
    return path;
  }

  /** The key that leads to it after {@code g}. */
  char letter() {
    return letter;
  }

  /** The style files of its pages, in addition to the common ones. */
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

  /** The script files of its pages, in addition to the common ones. */
  List<String> scripts() {
    return switch (this) {
      case ARTICLES -> List.of("articles.js");
      case ALIGN -> List.of("align.js", "comments.js");
      case MEMORY -> List.of("memory.js", "comments.js");
      case GLOSSARY -> List.of("glossary.js");
      case CHECK -> List.of("check.js", "comments.js");
      case REVISIONS -> List.of("revisions.js", "comments.js");
      case OVERVIEW -> List.of("overview.js");
      case EXPORT -> List.of();
    };
  }

  String key() {
    return "room." + name().toLowerCase(Locale.ROOT);
  }

  /** A key, or several separated by spaces, and the name of the words that say what it does. */
  record Key(String key, String word) {}

  static final class Links {

    private Links() {}

    /** Returns the address of a document's page in a room. */
    public static String to(Room room, String document) {
      return room.path() + "?document=" + encoded(document);
    }

    /** Returns the address of a term's entry in the glossary. */
    public static String entry(String term) {
      return GLOSSARY.path() + "?q=" + encoded(term);
    }

    public static String encoded(String text) {
      return URLEncoder.encode(text, UTF_8);
    }
  }
}
