package ballast.glossary;

import java.util.List;

/**
 * What is known of Chinese writing: which characters are the same, and where words end. The program
 * gives one made of its lexicon; the glossary itself has none. Thread-safe.
 */
public interface Wording {

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

  /**
   * Whether a dictionary translates a Chinese word, simplified, by the words of an English phrase.
   * When in doubt, no.
   */
  boolean renders(String word, String english);

  /** How a character is read: pinyin without tones, small letters; empty when unknown. */
  List<String> readings(int codePoint);

  /** A run cut into words in the likeliest way. Offsets are UTF-16 units of the run. */
  @FunctionalInterface
  interface Cut {

    /** Whether a word ends there; always so at 0 and at the run's length. */
    boolean endsAt(int offset);
  }

  /** Knows nothing: every character is a word. */
  Wording NONE =
      new Wording() {
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
        public boolean renders(String word, String english) {
          return false;
        }

        @Override
        public List<String> readings(int codePoint) {
          return List.of();
        }
      };

  /** Every character by itself. */
  Cut CHARACTERS = offset -> true;
}
