package ballast.lexicon.train;

import ballast.language.Han;
import ballast.lexicon.CharacterSection;
import ballast.lexicon.CharacterTable;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Learns the simplified forms and readings of characters from the headwords of a dictionary. */
final class CharacterLearner {

  private final TreeMap<Integer, TreeMap<Integer, Integer>> simplified = new TreeMap<>();
  private final TreeMap<Integer, TreeMap<String, Integer>> readings = new TreeMap<>();

  private static final Pattern TONE = Pattern.compile("\\p{Mn}");
  private static final Pattern LONE_MARK = Pattern.compile("(^| )[^a-z0-9]+(?= |$)");
  private static final Pattern SPACE = Pattern.compile(" +");

  private CharacterLearner() {}

  private static boolean isSyllable(String text) {
    return !text.equals("r") && text.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  static CharacterTable learn(List<Cedict.Entry> entries) {
    CharacterLearner learner = new CharacterLearner();
    entries.forEach(learner::add);
    return CharacterTable.of(learner.simplifiedForms(), learner.readingsInOrder());
  }

  private void add(Cedict.Entry entry) {
    int[] from = entry.traditional().codePoints().toArray();
    int[] to = entry.simplified().codePoints().toArray();
    if (from.length != to.length) {
      return;
    }
    for (int i = 0; i < from.length; i++) {
      simplified.computeIfAbsent(from[i], c -> new TreeMap<>()).merge(to[i], 1, Integer::sum);
    }
    String[] syllables = syllables(entry.pinyin());
    if (syllables.length != from.length) {
      return;
    }
    for (int i = 0; i < from.length; i++) {
      if (Han.isHan(from[i]) && isSyllable(syllables[i])) {
        addReading(from[i], syllables[i]);
        if (to[i] != from[i]) {
          addReading(to[i], syllables[i]);
        }
      }
    }
  }

  private void addReading(int character, String syllable) {
    readings.computeIfAbsent(character, c -> new TreeMap<>()).merge(syllable, 1, Integer::sum);
  }

  /** The lower-case syllables without tones; marks between them are left out. */
  private static String[] syllables(String pinyin) {
    String plain =
        Normalizer.normalize(pinyin.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replace("u\u0308", "v");
    String toneless = TONE.matcher(plain).replaceAll("");
    return SPACE.split(LONE_MARK.matcher(toneless).replaceAll("").strip());
  }

  /**
   * Only for characters whose simplified form usually differs: 著 becomes 着, but sometimes stays 著.
   */
  private SortedMap<Integer, Integer> simplifiedForms() {
    SortedMap<Integer, Integer> forms = new TreeMap<>();
    simplified.forEach(
        (character, counts) -> {
          Map.Entry<Integer, Integer> mostFrequent =
              counts.entrySet().stream()
                  .max(Map.Entry.<Integer, Integer>comparingByValue())
                  .orElseThrow();
          boolean unchanged = counts.getOrDefault(character, 0) >= mostFrequent.getValue();
          if (!unchanged && Han.isHan(character) && Han.isHan(mostFrequent.getKey())) {
            forms.put(character, mostFrequent.getKey());
          }
        });
    return forms;
  }

  private SortedMap<Integer, List<String>> readingsInOrder() {
    SortedMap<Integer, List<String>> inOrder = new TreeMap<>();
    readings.forEach(
        (character, counts) ->
            inOrder.put(
                character,
                counts.entrySet().stream()
                    .sorted(
                        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .limit(CharacterSection.MAX_READINGS)
                    .toList()));
    return inOrder;
  }
}
