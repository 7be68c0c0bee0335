package ballast.server;

import ballast.bitext.InputException;
import java.io.Serial;

/** A request that is refused because of its form or its sender. The message is for the client. */
public final class RefusedException extends RuntimeException {

  static final int BAD_REQUEST = 400;
  static final int NO_TOKEN = 401;
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int WRONG_METHOD = 405;
  static final int TOO_LARGE = 413;

  static final int CONFLICT = 409;

  private static final int UNPROCESSABLE = 422;
  private static final int BUSY = 503;
  private static final int FULL_DISK = 507;

  @Serial private static final long serialVersionUID = 1;

  private final int status;

  RefusedException(int status, String message) {
    super(message);
    this.status = status;
  }

  RefusedException(int status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  public static RefusedException badRequest(String message) {
    return new RefusedException(BAD_REQUEST, message);
  }

  public static RefusedException notFound(String message) {
    return new RefusedException(NOT_FOUND, message);
  }

  static RefusedException busy() {
    return new RefusedException(
        BUSY, "Ballast is busy with other requests. Nothing was changed: try again in a moment");
  }

  public static RefusedException tooLarge(String message) {
    return new RefusedException(TOO_LARGE, message);
  }

  /** The state known to the client has changed in the meantime. */
  public static RefusedException conflict(String message) {
    return new RefusedException(CONFLICT, message);
  }

  public static int status(InputException e) {
    return InputException.isOfFullDisk(e) ? FULL_DISK : UNPROCESSABLE;
  }

  public int status() {
    return status;
  }
}
