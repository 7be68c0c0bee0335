package ballast.workflow.revise;

/**
 * A translation that was removed or added: one of two versions has it, the other does not.
 *
 * @param file its name
 * @param isOld whether the old version has it
 * @param reason which of them, for example {@code only in HEAD}, {@code not in HEAD}
 */
public record LoneVersion(String file, boolean isOld, String reason) {

  /** {@code new/1.en.txt: only in HEAD}. */
  public String inWords() {
    return file + ": " + reason;
  }
}
