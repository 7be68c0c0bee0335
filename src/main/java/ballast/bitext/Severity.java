package ballast.bitext;

import java.util.Locale;

public enum Severity {
  /** Worth a look, often right as it is. */
  INFO,
  /** Probably wrong. */
  WARNING,
  /** Wrong according to the team's own rules. */
  ERROR;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
