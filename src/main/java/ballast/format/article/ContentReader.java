package ballast.format.article;

/** Reads a format whose files are bytes, not characters. Thread-safe. */
@FunctionalInterface
public interface ContentReader {

  /**
   * Finds the blocks of a file.
   *
   * @param bytes the whole file, recognised as one of the format by its first bytes
   * @param name what the user calls it, for messages
   * @throws ballast.bitext.InputException if it is damaged, protected or hostile
   */
  FoundContent read(byte[] bytes, String name);
}
