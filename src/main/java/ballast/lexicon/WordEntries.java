package ballast.lexicon;

/** The words of a lexicon and what is known of them, as those see it that only look up. */
interface WordEntries {

  /** The id of a Chinese word key, or {@link WordIndex#UNKNOWN}. */
  int chinese(String word);

  /** The id of an English word key, or {@link WordIndex#UNKNOWN}. */
  int english(String word);

  /** The reader that makes keys of texts. */
  WordReader words();

  /** Shows every entry of a Chinese word, by rising English id. */
  void translations(int chinese, EntryVisitor visitor);
}
