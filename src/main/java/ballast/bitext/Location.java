package ballast.bitext;

/**
 * A place in a file as an editor shows it.
 *
 * @param file the file's name as the user gave it
 * @param line 1-based
 * @param column 1-based, in code points
 */
public record Location(String file, int line, int column) {

  /** For a text that does not come from a file. */
  public static final Location UNKNOWN = new Location("", 1, 1);

  public Location {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException(
          "line " + line + ", column " + column + ": both are counted from 1");
    }
  }

  /** {@code file:line:column}, which terminals and editors turn into a link. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
