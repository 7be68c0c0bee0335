package ballast.lexicon;

import ballast.language.Han;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a text into word keys, the same way for training and for use.
 *
 * <p>Width is folded and traditional characters are made simplified; runs of Han are cut into the
 * lexicon's own words; English words are lower-cased, contractions taken apart, irregular forms and
 * endings taken off; numbers lose the commas of thousands; marks come in classes shared by both
 * languages ("，" and "、" are ","), dashes and apostrophes go. Works on Chinese, English and mixed
 * text, and takes time linear in its length, whatever it is. Immutable and thread-safe.
 */
public final class WordReader {

  private final CharacterTable characters;
  private final WordCutter words;

  WordReader(CharacterTable characters, WordCutter words) {
    this.characters = characters;
    this.words = words;
  }

  /**
   * The keys of a text in order, with repeats.
   *
   * @return empty for a text without words, numbers and marks
   */
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
   * @param run simplified characters, no other signs, never empty
   */
  HanCut cut(String run) {
    return new HanCut(words, run, WordCutter.LONGEST);
  }

  /**
   * Cuts a word into the words it is made of, as if it were none itself.
   *
   * @param word as for {@link #cut}
   */
  HanCut parts(String word) {
    return new HanCut(words, word, Math.max(1, Math.min(WordCutter.LONGEST, word.length() - 1)));
  }
}
