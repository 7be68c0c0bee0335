package ballast.memory;

import ballast.bitext.InputException;

/**
 * An open memory can no longer be used: the connection to its server has ended, or the memory was
 * removed or replaced. Opening it again gives the current one.
 */
public final class LostMemoryException extends InputException {

  private static final long serialVersionUID = 1L;

  public LostMemoryException(String message, String hint) {
    super(message, hint);
  }

  public LostMemoryException(InputException as) {
    super(String.valueOf(as.getMessage()), as.hint(), as);
  }

  public LostMemoryException(String message, String hint, Throwable cause) {
    super(message, hint, cause);
  }
}
