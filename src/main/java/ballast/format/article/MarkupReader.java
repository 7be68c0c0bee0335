package ballast.format.article;

/**
 * Reads a format whose files are characters. The points of its blocks say where their text stands
 * in the file. Thread-safe.
 */
@FunctionalInterface
public interface MarkupReader {

  /**
   * Finds the blocks of a file.
   *
   * @param text its characters, without a byte order mark
   * @param name what the user calls it, for messages
   * @throws ballast.bitext.InputException if it cannot be read as this format
   */
  FoundContent read(String text, String name);
}
