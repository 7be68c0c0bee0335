package ballast.app.align;

/** Selects the articles to align. */
public sealed interface Pairs {

  /**
   * One article and its translation.
   *
   * @param source name of the source file; {@code -} is standard input
   * @param target name of its translation; {@code -} is standard input. If it equals the source,
   *     the file contains both languages
   * @param document name of the article in the memory; empty: the path of its source without
   *     extension and language mark
   * @param corrections name of a table of beads set by a person; empty if there is none
   */
  record One(String source, String target, String document, String corrections) implements Pairs {

    public One(String source, String target, String document) {
      this(source, target, document, "");
    }
  }

  /**
   * The pairs of a list, one per line: source, tab, target, and optionally tab, document.
   *
   * @param file name of the list, in UTF-8; the names in it are relative to its folder
   */
  record Listed(String file) implements Pairs {}

  /**
   * The pairs of a folder and its subfolders: files whose names differ only in their language mark,
   * such as {@code NAME.zh.EXT}, {@code NAME.en.EXT}, or {@code zh/NAME.EXT}, {@code en/NAME.EXT}.
   *
   * @param fromEnglish whether the English files are the sources
   */
  record InFolder(String folder, boolean fromEnglish) implements Pairs {}

  /** Pairs that were found before. */
  record Found(PairList list) implements Pairs {}

  /** The files of the same name in two folders and their subfolders, ignoring language marks. */
  record InFolders(String source, String target) implements Pairs {}
}
