package ballast.lexicon;

/**
 * Maps numbers to words and words to numbers, with one array for the letters of all words and a
 * hash table of numbers. A map of strings would take ten times the memory and make opening a
 * lexicon too slow. Immutable.
 */
public final class WordIndex {

  static final int UNKNOWN = -1;

  private final char[] letters;
  private final int[] starts;

  /**
   * A word's number plus one, in the first free slot from its hash on; the length is a power of
   * two.
   */
  private final int[] slots;

  /**
   * @param letters all words, one after the other
   * @param starts the start of each word, then the end of the last
   */
  WordIndex(char[] letters, int[] starts) {
    this.letters = letters;
    this.starts = starts;
    int size = Integer.highestOneBit(Math.max(2, starts.length)) * 4;
    this.slots = new int[size];
    for (int word = 0; word < starts.length - 1; word++) {
      int slot = slot(hash(letters, starts[word], starts[word + 1]));
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = word + 1;
    }
  }

  public static WordIndex of(Iterable<String> words) {
    StringBuilder letters = new StringBuilder();
    java.util.stream.IntStream.Builder starts = java.util.stream.IntStream.builder();
    for (String word : words) {
      starts.add(letters.length());
      letters.append(word);
    }
    starts.add(letters.length());
    return new WordIndex(letters.toString().toCharArray(), starts.build().toArray());
  }

  void write(LexiconArrays.Writer out) {
    out.sizes(starts);
    out.chars(letters);
  }

  public int size() {
    return starts.length - 1;
  }

  String word(int number) {
    return new String(letters, starts[number], starts[number + 1] - starts[number]);
  }

  public int find(String word) {
    char[] text = word.toCharArray();
    return find(text, 0, text.length, hash(text, 0, text.length));
  }

  /**
   * Returns the number of the word at a range of {@code text}, or {@link #UNKNOWN}.
   *
   * @param hash the {@link #hash} of the word
   */
  int find(char[] text, int from, int to, int hash) {
    int slot = slot(hash);
    while (slots[slot] != 0) {
      int word = slots[slot] - 1;
      if (equal(word, text, from, to)) {
        return word;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return UNKNOWN;
  }

  /** The hash of the empty word. */
  static final int NO_LETTERS = 17;

  static int hash(int hash, char letter) {
    return hash * 31 + letter;
  }

  private static int hash(char[] text, int from, int to) {
    int hash = NO_LETTERS;
    for (int i = from; i < to; i++) {
      hash = hash(hash, text[i]);
    }
    return hash;
  }

  private int slot(int hash) {
    int mixed = hash * 0x9E3779B1;
    return (mixed ^ (mixed >>> 15)) & (slots.length - 1);
  }

  private boolean equal(int word, char[] text, int from, int to) {
    int start = starts[word];
    if (starts[word + 1] - start != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (letters[start + i - from] != text[i]) {
        return false;
      }
    }
    return true;
  }
}
