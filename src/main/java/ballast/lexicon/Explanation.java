package ballast.lexicon;

import ballast.language.Han;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The information of a lexicon about one word.
 *
 * @param word the key made by {@link WordReader}
 * @param chinese whether it is a Chinese word; numbers, marks and words in an alphabet count as
 *     English
 * @param reading pinyin without tones, with the most common reading of each character; empty if
 *     unknown
 * @param count occurrences in training; 0 if the lexicon does not contain the word
 * @param translations translations into the other language, the best first by {@link
 *     Translation#rank}
 */
public record Explanation(
    String word, boolean chinese, String reading, int count, List<Translation> translations) {

  /**
   * @param englishGivenChinese a probability in (0, 1]
   * @param links expected links in the training texts
   */
  public record Translation(
      String word, double englishGivenChinese, double chineseGivenEnglish, double links) {

    double rank() {
      return Math.sqrt(englishGivenChinese * chineseGivenEnglish) * Math.log1p(links);
    }
  }

  public Explanation {
    translations = List.copyOf(translations);
  }

  public boolean isKnown() {
    return count > 0;
  }

  /**
   * Explains each word of a text, in order; empty if the text has no words. English words need a
   * scan of all entries, which takes some tenths of a second.
   */
  public static List<Explanation> of(String text, Lexicon lexicon) {
    List<String> words = lexicon.words().read(text);
    Map<Integer, List<Translation>> english = english(words, lexicon);
    List<Explanation> explanations = new ArrayList<>();
    for (String word : words) {
      if (Han.isHan(word.codePointAt(0))) {
        explanations.add(chinese(word, lexicon));
      } else {
        int id = lexicon.english(word);
        int count = id == Lexicon.UNKNOWN ? 0 : lexicon.englishCount(id);
        List<Translation> translations = english.getOrDefault(id, List.of());
        explanations.add(new Explanation(word, false, "", count, translations));
      }
    }
    return explanations;
  }

  private static Explanation chinese(String word, Lexicon lexicon) {
    List<String> readings = new ArrayList<>();
    word.codePoints()
        .mapToObj(lexicon::readings)
        .filter(each -> !each.isEmpty())
        .forEach(each -> readings.add(each.get(0)));
    String reading =
        readings.size() == word.codePointCount(0, word.length()) ? String.join(" ", readings) : "";
    int id = lexicon.chinese(word);
    if (id == Lexicon.UNKNOWN) {
      return new Explanation(word, true, reading, 0, List.of());
    }
    List<Translation> found = new ArrayList<>();
    lexicon.translations(
        id,
        (other, forward, backward, links) ->
            found.add(new Translation(lexicon.englishWord(other), forward, backward, links)));
    return new Explanation(word, true, reading, lexicon.chineseCount(id), sorted(found));
  }

  /**
   * Returns the Chinese translations of English words, by id. Scans all entries, because the
   * lexicon is ordered by Chinese words.
   */
  private static Map<Integer, List<Translation>> english(List<String> words, Lexicon lexicon) {
    Map<Integer, List<Translation>> found = new HashMap<>();
    for (String word : new TreeSet<>(words)) {
      int id = lexicon.english(word);
      if (id != Lexicon.UNKNOWN && !Han.isHan(word.codePointAt(0))) {
        found.put(id, new ArrayList<>());
      }
    }
    for (int chinese = 0; !found.isEmpty() && chinese < lexicon.chineseWords(); chinese++) {
      String word = lexicon.chineseWord(chinese);
      lexicon.translations(
          chinese,
          (other, forward, backward, links) -> {
            List<Translation> translations = found.get(other);
            if (translations != null) {
              translations.add(new Translation(word, forward, backward, links));
            }
          });
    }
    found.replaceAll((id, translations) -> sorted(translations));
    return found;
  }

  private static List<Translation> sorted(List<Translation> translations) {
    return translations.stream()
        .sorted(
            Comparator.comparingDouble(Translation::rank)
                .reversed()
                .thenComparing(Translation::word))
        .toList();
  }
}
