package ballast.spark.corpus;

import ballast.bitext.InputException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

final class FolderTrouble {

  private FolderTrouble() {}

  /**
   * The error for a folder that cannot be read or written.
   *
   * @param name as given by the user
   */
  static InputException of(String name, IOException e) {
    return new InputException(
        "cannot use \"" + name + "\" as the folder of a corpus: " + reason(e),
        "it takes a folder that you may write to",
        e);
  }

  /** The message of these exceptions is only the name of the file. */
  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof NoSuchFileException ? "it cannot be made" : String.valueOf(e.getMessage());
  }
}
