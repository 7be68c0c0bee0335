package ballast.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds words by the pinyin of Chinese characters, one character after another. */
public final class PinyinSpellings {

  /** Maximum combinations to try, because characters have several readings. */
  private static final int MAX_READINGS = 16;

  private final Set<String> beginnings = new HashSet<>();

  /**
   * @param words in lower case: {@code yangzhou}
   */
  public PinyinSpellings(Collection<String> words) {
    for (String word : words) {
      for (int end = 1; end <= word.length(); end++) {
        beginnings.add(word.substring(0, end));
      }
    }
  }

  /**
   * Appends the readings of the next character.
   *
   * @param readings of the characters before; one empty reading at first
   * @param next the readings of the next character, in syllables without tones
   * @return the joined readings that begin a word, in lower case; empty if there are none
   */
  public List<String> extend(List<String> readings, List<String> next) {
    List<String> longer = new ArrayList<>();
    for (String reading : readings) {
      for (String syllable : next) {
        String both = (reading + syllable).toLowerCase(Locale.ROOT);
        if (beginnings.contains(both) && longer.size() < MAX_READINGS) {
          longer.add(both);
        }
      }
    }
    return longer;
  }
}
