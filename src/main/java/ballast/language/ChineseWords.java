package ballast.language;

import java.util.List;

/**
 * Knowledge about Chinese words and characters: simplified forms, word boundaries, readings and
 * frequencies. The lexicon implements it. Thread-safe.
 */
public interface ChineseWords {

  /** Returns the simplified form of a character, or the character itself if it has none. */
  int simplified(int codePoint);

  /** Returns a text in simplified characters, each at the place of the original one. */
  default String simplified(String text) {
    StringBuilder simplified = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at = simplified.length()) {
      int c = text.codePointAt(at);
      int form = Han.isHan(c) ? simplified(c) : c;
      simplified.appendCodePoint(Character.charCount(form) == Character.charCount(c) ? form : c);
    }
    return simplified.toString();
  }

  /**
   * Cuts a run of Han into words.
   *
   * @param run simplified Han characters only, never empty
   */
  Cut cut(String run);

  /**
   * Cuts a word into its component words, as if the word itself were unknown.
   *
   * @param word simplified Han characters only, never empty
   */
  Cut parts(String word);

  /** Returns the readings of a character: pinyin without tones, lower case; empty when unknown. */
  List<String> readings(int codePoint);

  /**
   * Returns the share of a word among all words of general texts, in [0, 1]; 0 when unknown.
   *
   * @param word in simplified characters
   */
  double share(String word);

  /** The most probable cut of a run into words. Offsets are UTF-16 units of the run. */
  @FunctionalInterface
  interface Cut {

    /** Returns whether a word ends at an offset; always true for 0 and the run's length. */
    boolean endsAt(int offset);
  }

  Cut CHARACTERS = offset -> true;

  /** Knows nothing: every character is a word. */
  ChineseWords NONE =
      new ChineseWords() {
        @Override
        public int simplified(int codePoint) {
          return codePoint;
        }

        @Override
        public Cut cut(String run) {
          return CHARACTERS;
        }

        @Override
        public Cut parts(String word) {
          return CHARACTERS;
        }

        @Override
        public List<String> readings(int codePoint) {
          return List.of();
        }

        @Override
        public double share(String word) {
          return 0;
        }
      };
}
