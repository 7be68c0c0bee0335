package ballast.workflow.check;

import ballast.bitext.Severity;
import java.util.Locale;

/** The severity from which findings make a check fail. */
public enum FailOn {
  ERROR,
  WARNING,
  INFO,
  NEVER;

  /** Whether a finding of this severity makes the check fail. */
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
