package ballast.cli.option;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The forms of {@code ballast check}. */
public enum CheckFormat {
  TEXT,
  JSON,
  SARIF,
  JUNIT,
  CHECKSTYLE,
  GITHUB,
  CSV,
  HTML;

  /** What was asked for; else what the extension of the output file says; else text. */
  public static CheckFormat of(@Nullable CheckFormat asked, String extension) {
    if (asked != null) {
      return asked;
    }
    return switch (extension) {
      case "html", "htm" -> HTML;
      case "json" -> JSON;
      case "sarif" -> SARIF;
      case "csv" -> CSV;
      default -> TEXT;
    };
  }

  /** How findings are grouped in text. */
  public enum Group {
    FILE,
    TERM;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
