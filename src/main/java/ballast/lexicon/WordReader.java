package ballast.lexicon;

import ballast.language.ChineseWords;
import ballast.language.Han;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a text into word keys, in the same way for training and for lookups.
 *
 * <p>Width is folded and traditional characters become simplified. Runs of Han are cut into the
 * lexicon's own words. English words become lower case; contractions are split, irregular forms and
 * endings reduced. Numbers lose their thousands separators. Punctuation marks are mapped to classes
 * shared by both languages ("，" and "、" become ","); dashes and apostrophes are dropped. Works on
 * Chinese, English and mixed text in linear time. Immutable and thread-safe.
 */
public final class WordReader {

  private final CharacterTable characters;
  private final WordCutter words;

  WordReader(CharacterTable characters, WordCutter words) {
    this.characters = characters;
    this.words = words;
  }

  /** Returns the keys of a text in order, with repeats; empty without words, numbers and marks. */
  public List<String> read(String text) {
    List<String> keys = new ArrayList<>();
    for (String piece : TextPieces.of(text, characters)) {
      if (Han.isHan(piece.codePointAt(0))) {
        words.split(piece, keys);
      } else {
        keys.add(piece);
      }
    }
    return keys;
  }

  /**
   * Cuts a run of Han into words.
   *
   * @param run simplified Han characters only, never empty
   */
  HanCut cut(String run) {
    return new HanCut(words, run, WordCutter.MAX_WORD_LENGTH);
  }

  /**
   * Cuts a word into its component words, as if the lexicon did not contain the word itself.
   *
   * @param word as for {@link #cut}
   */
  HanCut parts(String word) {
    return new HanCut(
        words, word, Math.max(1, Math.min(WordCutter.MAX_WORD_LENGTH, word.length() - 1)));
  }

  /** A run of Han cut into words by the lexicon. Offsets are UTF-16 units of the run. Immutable. */
  private static final class HanCut implements ChineseWords.Cut {

    private final boolean[] ends;

    /**
     * @param longest maximum length of a word in UTF-16 units
     */
    HanCut(WordCutter words, String run, int longest) {
      this.ends = new boolean[run.length() + 1];
      ends[0] = true;
      for (int end : words.ends(run.toCharArray(), longest)) {
        ends[end] = true;
      }
    }

    @Override
    public boolean endsAt(int offset) {
      return ends[offset];
    }
  }
}
