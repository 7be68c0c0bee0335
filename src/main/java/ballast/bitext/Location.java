package ballast.bitext;

/**
 * A place in a file as an editor shows it.
 *
 * @param file the file's name as the user gave it
 * @param line 1-based; in a file without lines, the number of the block
 * @param column 1-based, in code points
 * @param place in a file without lines, for example {@code page 3}; empty for files with lines
 */
public record Location(String file, int line, int column, String place) {

  /** For a text that does not come from a file. */
  public static final Location UNKNOWN = new Location("", 1, 1);

  public Location {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException(
          "line " + line + ", column " + column + ": both are counted from 1");
    }
  }

  public Location(String file, int line, int column) {
    this(file, line, column, "");
  }

  public String lineOrPlace() {
    return place.isEmpty() ? "line " + line : place;
  }

  /**
   * Returns {@code file:line:column}, a link in terminals and editors, or {@code file (page 3)}.
   */
  @Override
  public String toString() {
    return place.isEmpty() ? file + ":" + line + ":" + column : file + " (" + place + ")";
  }

  /** Maps offsets in a text to locations in its file. Thread-safe. */
  @FunctionalInterface
  public interface Locator {

    /**
     * @param offset UTF-16 units of the text, from 0 to its length
     */
    Location at(int offset);

    /** A locator for a text with only its beginning known. */
    static Locator from(Location start) {
      return offset -> start;
    }
  }
}
