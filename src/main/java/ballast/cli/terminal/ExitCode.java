package ballast.cli.terminal;

/** What a command's exit status says. Never a number of findings. */
public final class ExitCode {

  /** Done; nothing to report. */
  public static final int OK = 0;

  /** Done; there are findings, differences, or no match. */
  public static final int FINDINGS = 1;

  /** Could not be done: usage, unreadable or malformed input. */
  public static final int FAILED = 2;

  /** A mistake of ours. */
  public static final int BUG = 3;

  private ExitCode() {}
}
