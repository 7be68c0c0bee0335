package ballast.cli.terminal;

/** The exit statuses of commands. Never a number of findings. */
public final class ExitCode {

  /** Done; nothing to report. */
  public static final int OK = 0;

  /** Done; there are findings, differences, or no match. */
  public static final int FINDINGS = 1;

  /** Could not be done: usage, unreadable or malformed input. */
  public static final int FAILED = 2;

  /** An internal error. */
  public static final int BUG = 3;

  private ExitCode() {}
}
