package ballast.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words looked for by the pinyin of Chinese characters, one character after another. */
public final class PinyinSpellings {

  /** Characters have several readings; at most this many combinations are tried. */
  private static final int MAX_READINGS = 16;

  /** All beginnings of the words. */
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
   * What some characters and the next one are read as together.
   *
   * @param readings of the characters before; one empty reading at first
   * @param next the readings of the next character, in syllables without tones
   * @return those with which a word begins, in lower case; empty if there is none
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
