package ballast.workflow.align;

/** Which articles are to be aligned. */
public sealed interface Pairs {

  /**
   * One article and its translation.
   *
   * @param source name of the source file; {@code -} is standard input
   * @param target name of its translation; {@code -} is standard input
   * @param document name of the article in the memory; empty: the path of its source without
   *     extension and language mark
   */
  record One(String source, String target, String document) implements Pairs {}

  /**
   * The pairs that a list names, one per line: source, tab, target, and optionally tab, document.
   *
   * @param file name of the list, in UTF-8; the names in it are relative to its folder
   */
  record Listed(String file) implements Pairs {}

  /**
   * The pairs {@code NAME.zh.EXT}, {@code NAME.en.EXT} of a folder and the folders in it.
   *
   * @param folder name of the folder
   * @param fromEnglish whether the English files are the sources
   */
  record InFolder(String folder, boolean fromEnglish) implements Pairs {}
}
