package ballast.format.article;

/** Reads an article from the bytes of its file. */
@FunctionalInterface
public interface ArticleReader {

  /**
   * Reads bytes.
   *
   * @param name what the user calls them, for messages
   * @throws ballast.bitext.InputException if they cannot be read or hold no text
   */
  ReadText read(byte[] bytes, String name);
}
