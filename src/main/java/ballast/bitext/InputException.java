package ballast.bitext;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Unusable input from the user: a missing file, a wrong encoding, a damaged memory. The command
 * line prints message and hint without a stack trace and exits with code 2.
 *
 * <p>The message names the failed action and its object (quoted path, line); the hint suggests a
 * remedy.
 */
public class InputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Messages of the operating systems for a full disk, in the languages they use. */
  private static final Pattern FULL_DISK =
      Pattern.compile(
          "the disk is full|No space left on device|Disk quota exceeded|not enough space on the"
              + " disk|设备上没有空间|超出磁盘限额|磁盘空间不足|裝置上已無多餘空間|超出磁碟配額|磁碟空間不足");

  private final String hint;

  public InputException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  public InputException(String message, String hint, @Nullable Throwable cause) {
    super(message, cause);
    this.hint = hint;
  }

  /** May be empty. */
  public String hint() {
    return hint;
  }

  public static InputException fullDisk(Throwable cause) {
    return new InputException(
        "this could not be done: the disk is full", "free some space, and do it again", cause);
  }

  public static boolean isOfFullDisk(@Nullable String message) {
    return message != null && FULL_DISK.matcher(message).find();
  }

  public static boolean isOfFullDisk(Throwable e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (isOfFullDisk(at.getMessage())) {
        return true;
      }
    }
    return false;
  }
}
