package ballast.cli.option;

import ballast.bitext.Severity;
import java.util.Locale;

/** What findings of {@code ballast check} do to the exit status. */
public final class CheckFormat {

  private CheckFormat() {}

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
}
