package ballast.workbench.frame;

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

  /** The key of its name among the {@link Words}. */
  String key() {
    return "room." + name().toLowerCase(Locale.ROOT);
  }
}
