package ballast.workbench.frame;

import java.util.List;
import java.util.Locale;

/** The rooms of the workbench, in the order of the bar at the top. */
public enum Room {
  ARTICLES("/", List.of(), List.of("articles.js")),
  ALIGN("/align", List.of("page.css", "align.css"), List.of("align.js")),
  MEMORY("/memory", List.of("memory.css"), List.of("memory.js")),

  /** Not {@code /glossary}, where programs search the glossaries. */
  GLOSSARY("/terms", List.of("memory.css", "glossary.css"), List.of("glossary.js")),
  CHECK("/check", List.of("memory.css", "check.css"), List.of("check.js")),
  REVISIONS("/revisions", List.of("diff.css", "revisions.css"), List.of("revisions.js")),
  OVERVIEW("/overview", List.of("overview.css"), List.of("overview.js")),
  EXPORT("/export", List.of("memory.css", "check.css"), List.of());

  private final String path;
  private final List<String> styles;
  private final List<String> scripts;

  Room(String path, List<String> styles, List<String> scripts) {
    this.path = path;
    this.styles = styles;
    this.scripts = scripts;
  }

  /** Where it is. */
  public String path() {
    return path;
  }

  /** The style files of its pages, besides those of all pages. */
  List<String> styles() {
    return styles;
  }

  /** The script files of its pages, besides those of all pages. */
  List<String> scripts() {
    return scripts;
  }

  /** The key of its name among the {@link Words}. */
  String key() {
    return "room." + name().toLowerCase(Locale.ROOT);
  }
}
