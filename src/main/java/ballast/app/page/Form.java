package ballast.app.page;

import java.util.List;
import java.util.Locale;

/** Output forms. Each report supports some of them. */
public enum Form {
  /** Text for people. */
  TEXT("txt"),
  /** One line per entry, cells separated by tabs. */
  TSV("tsv"),
  CSV("csv"),
  XLSX("xlsx"),
  /** One JSON document, specified in {@code json.md}. */
  JSON("json"),
  JSONL("jsonl"),
  /** Sentence numbers, as in the literature on alignment. */
  BEADS("beads align"),
  HTML("html htm"),
  TMX("tmx"),
  XLIFF("xlf xliff"),
  /** SARIF 2.1.0, for code scanning. */
  SARIF("sarif"),
  /** JUnit's XML, for build servers. */
  JUNIT(""),
  /** Checkstyle's XML, for build servers. */
  CHECKSTYLE(""),
  /** Annotations of GitHub's workflows. */
  GITHUB("");

  private final String extensions;

  Form(String extensions) {
    this.extensions = extensions;
  }

  /**
   * Returns the file name extensions in lower case, without the dot, the default one first; may be
   * empty.
   */
  public List<String> extensions() {
    return extensions.isEmpty() ? List.of() : List.of(extensions.split(" ", -1));
  }

  public boolean hasUnits() {
    return this == TMX || this == XLIFF;
  }

  /** Returns its name on the command line, for example {@code json}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
