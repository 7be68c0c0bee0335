package ballast.bitext;

/**
 * The user's input cannot be used: a missing file, a wrong encoding, a damaged memory. The command
 * line prints message and hint without a stack trace and exits with code 2.
 *
 * <p>The message says what could not be done and with what (quoted path, line); the hint says what
 * to try.
 */
public class InputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String hint;

  public InputException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  public InputException(String message, String hint, Throwable cause) {
    super(message, cause);
    this.hint = hint;
  }

  /** A hint for the user; may be empty. */
  public String hint() {
    return hint;
  }
}
