package ballast.bitext;

import java.util.Locale;

public enum Severity {
  /** Worth a look, often right as it is. */
  INFO,
  /** Probably wrong. */
  WARNING,
  /** Wrong according to the team's own rules. */
  ERROR;

  /** The name used in files and on the command line: {@code warning}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
