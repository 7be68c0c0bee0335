package ballast.language;

import java.util.List;

/**
 * What is known of Chinese writing: which characters are the same, where words end, how frequent
 * they are. The program's lexicon is one. Thread-safe.
 */
public interface ChineseWords {

  /** The simplified form of a traditional character; the character itself if it has none. */
  int simplified(int codePoint);

  /**
   * Cuts a run of Han into words.
   *
   * @param run simplified characters, no other signs, never empty
   */
  Cut cut(String run);

  /**
   * Cuts a word into the words it is made of, as if it were none itself.
   *
   * @param word simplified Han characters, never empty
   */
  Cut parts(String word);

  /** How a character is read: pinyin without tones, small letters; empty when unknown. */
  List<String> readings(int codePoint);

  /**
   * The part of all words in common texts that are this one, in [0, 1]; 0 when it is unknown.
   *
   * @param word simplified
   */
  double share(String word);

  /** A run cut into words in the likeliest way. Offsets are UTF-16 units of the run. */
  @FunctionalInterface
  interface Cut {

    /** Whether a word ends there; always so at 0 and at the run's length. */
    boolean endsAt(int offset);
  }

  /** Every character by itself. */
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
