package ballast.bitext;

/** Maps offsets in a text to locations in its file. Thread-safe. */
@FunctionalInterface
public interface Locator {

  /**
   * The location of a character.
   *
   * @param offset UTF-16 units of the text, from 0 to its length
   */
  Location at(int offset);

  /** A locator for a text of which only the beginning is known. */
  static Locator from(Location start) {
    return offset -> start;
  }
}
