package ballast.app.page;

import java.util.List;
import java.util.Locale;

/** The forms in which results are written; each report knows some of them. */
public enum Form {
  /** For people. */
  TEXT("txt"),
  /** One line per entry, cells separated by tabs. */
  TSV("tsv"),
  /** A table, cells separated by commas. */
  CSV("csv"),
  /** An Excel workbook. */
  XLSX("xlsx"),
  /** One JSON document; {@code json.md} describes it. */
  JSON("json"),
  /** One JSON document per line. */
  JSONL("jsonl"),
  /** Numbers of sentences, as the literature on alignment writes them. */
  BEADS("beads align"),
  /** A page for a browser. */
  HTML("html htm"),
  /** Units as TMX 1.4b. */
  TMX("tmx"),
  /** Units as XLIFF. */
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

  /** The file name extensions in lower case, without the dot; the default one first. */
  public List<String> extensions() {
    return extensions.isEmpty() ? List.of() : List.of(extensions.split(" ", -1));
  }

  /** Whether it holds translation units. */
  public boolean hasUnits() {
    return this == TMX || this == XLIFF;
  }

  /** Its name on the command line: {@code json}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
