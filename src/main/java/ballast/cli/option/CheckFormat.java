package ballast.cli.option;

import ballast.bitext.Severity;
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

  /** From what on findings make the exit status 1. */
  public enum FailOn {
    ERROR,
    WARNING,
    INFO,
    NEVER;

    /** Whether a finding is bad enough. */
    public boolean isReachedBy(Severity severity) {
      return switch (this) {
        case ERROR -> severity == Severity.ERROR;
        case WARNING -> severity != Severity.INFO;
        case INFO -> true;
        case NEVER -> false;
      };
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
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
