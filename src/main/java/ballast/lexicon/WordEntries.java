package ballast.lexicon;

/** The part of a lexicon needed to look up renderings. */
interface WordEntries {

  int chinese(String word);

  int english(String word);

  WordReader words();

  void translations(int chinese, EntryVisitor visitor);
}
