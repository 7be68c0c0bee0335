package ballast.memory;

import ballast.bitext.InputException;

/**
 * A memory that is open can no longer be used: the connection to its server has ended, or it is no
 * longer there, and another may have taken its place. Whoever opens it anew finds what there is
 * now.
 */
public final class LostMemoryException extends InputException {

  private static final long serialVersionUID = 1L;

  /** As for every {@link InputException}. */
  public LostMemoryException(String message, String hint) {
    super(message, hint);
  }

  /** Says what another exception says. */
  public LostMemoryException(InputException as) {
    super(String.valueOf(as.getMessage()), as.hint(), as);
  }

  /** As for every {@link InputException}. */
  public LostMemoryException(String message, String hint, Throwable cause) {
    super(message, hint, cause);
  }
}
