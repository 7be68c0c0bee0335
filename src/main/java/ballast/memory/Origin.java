package ballast.memory;

/**
 * Who changes the memory and why.
 *
 * @param author who changes it; empty when unknown
 * @param note what was asked for, in the words of the command line; may be empty
 */
public record Origin(String author, String note) {

  public Origin {
    if (!TextKey.isWellFormed(author) || !TextKey.isWellFormed(note)) {
      throw new IllegalArgumentException("an unpaired surrogate in " + author + " or " + note);
    }
  }
}
