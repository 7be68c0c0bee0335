package ballast.workflow.revise;

import ballast.bitext.InputException;

/** Takes the results of comparing several files, one at a time. */
@FunctionalInterface
public interface SeveralVersions {

  /**
   * A file has both versions.
   *
   * @param name of the file
   * @param compared what has changed in it
   */
  void compared(String name, ComparedVersions compared);

  /** A translation is in one of the two versions only. */
  default void alone(LoneVersion version) {}

  /**
   * A file cannot be compared. The others are compared if this returns.
   *
   * @param name of the file
   * @param reason says which version cannot be read, and why
   */
  default void unreadable(String name, InputException reason) {
    throw reason;
  }
}
