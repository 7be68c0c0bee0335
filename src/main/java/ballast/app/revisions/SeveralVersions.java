package ballast.app.revisions;

import ballast.bitext.InputException;

/** Receives the results of comparing several files, one at a time. */
@FunctionalInterface
public interface SeveralVersions {

  /** Called for a file with both versions. */
  void compared(String name, ComparedVersions compared);

  /** Called for a translation that is only in one of the two versions. */
  default void alone(LoneVersion version) {}

  /**
   * Called for a file that cannot be compared. If this returns, the others are compared.
   *
   * @param reason names the unreadable version and its problem
   */
  default void unreadable(String name, InputException reason) {
    throw reason;
  }

  /**
   * A translation that was removed or added.
   *
   * @param isOld whether the old version contains it
   * @param reason the version with or without it, for example {@code only in HEAD}, {@code not in
   *     HEAD}
   */
  public record LoneVersion(String file, boolean isOld, String reason) {

    /** Returns for example {@code new/1.en.txt: only in HEAD}. */
    public String inWords() {
      return file + ": " + reason;
    }
  }
}
