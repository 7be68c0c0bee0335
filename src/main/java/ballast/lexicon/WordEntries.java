package ballast.lexicon;

/** The part of a lexicon needed to look up renderings. */
interface WordEntries {

  /** Returns the id of a Chinese word key, or {@link WordIndex#UNKNOWN}. */
  int chinese(String word);

  /** Returns the id of an English word key, or {@link WordIndex#UNKNOWN}. */
  int english(String word);

  WordReader words();

  /** Visits every entry of a Chinese word, by ascending English id. */
  void translations(int chinese, EntryVisitor visitor);
}
