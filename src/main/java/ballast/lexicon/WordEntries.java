package ballast.lexicon;

/** The part of a lexicon that lookups of renderings need. */
interface WordEntries {

  /** The id of a Chinese word key, or {@link WordIndex#UNKNOWN}. */
  int chinese(String word);

  /** The id of an English word key, or {@link WordIndex#UNKNOWN}. */
  int english(String word);

  /** The reader that makes keys of texts. */
  WordReader words();

  /** Visits every entry of a Chinese word, by ascending English id. */
  void translations(int chinese, EntryVisitor visitor);
}
