package ballast.cli;

/** What a command's exit status says. Never a number of findings. */
final class ExitCode {

  /** Done; nothing to report. */
  static final int OK = 0;

  /** Done; there are findings, differences, or no match. */
  static final int FINDINGS = 1;

  /** Could not be done: usage, unreadable or malformed input. */
  static final int FAILED = 2;

  /** A mistake of ours. */
  static final int BUG = 3;

  private ExitCode() {}
}
