package ballast.lexicon;

import ballast.language.Renderings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Renderings from the entries of a lexicon, with a cache of answers. Thread-safe. */
final class EntryRenderings implements Renderings {

  /** A less probable rendering is an accident of the training texts. */
  private static final double MIN_PROBABILITY = 0.02;

  /** In letters; shorter keys hardly ever carry the meaning of a term. */
  private static final int MIN_KEY_LENGTH = 4;

  private static final int MAX_REMEMBERED = 50_000;

  private final WordEntries lexicon;
  private final Map<String, Boolean> rendered = new ConcurrentHashMap<>();
  private final Map<String, Integer> english = new ConcurrentHashMap<>();

  /** Keyed by the id of a Chinese word; never more than the lexicon has words. */
  private final Map<Integer, Map<Integer, Double>> entries = new ConcurrentHashMap<>();

  EntryRenderings(WordEntries lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public boolean renders(String chinese, String phrase) {
    String pair = chinese + '\t' + phrase;
    Boolean known = rendered.get(pair);
    if (known == null) {
      known = looksUp(chinese, phrase);
      if (rendered.size() < MAX_REMEMBERED) {
        rendered.put(pair, known);
      }
    }
    return known;
  }

  private boolean looksUp(String word, String phrase) {
    int id = lexicon.chinese(word);
    List<String> keys =
        lexicon.words().read(phrase).stream()
            .filter(key -> key.length() >= MIN_KEY_LENGTH)
            .toList();
    if (id == WordIndex.UNKNOWN || keys.isEmpty()) {
      return false;
    }
    Set<Integer> known = new HashSet<>();
    lexicon.translations(
        id,
        (translation, forward, backward, links) -> {
          if (forward >= MIN_PROBABILITY) {
            known.add(translation);
          }
        });
    return keys.stream().allMatch(key -> known.contains(lexicon.english(key)));
  }

  @Override
  public double probability(String chinese, String word) {
    int id = lexicon.chinese(chinese);
    return id == WordIndex.UNKNOWN
        ? 0
        : entries.computeIfAbsent(id, this::translations).getOrDefault(english(word), 0.0);
  }

  private int english(String word) {
    Integer known = english.get(word);
    if (known == null) {
      List<String> keys = lexicon.words().read(word);
      known = keys.size() == 1 ? lexicon.english(keys.get(0)) : WordIndex.UNKNOWN;
      if (english.size() < MAX_REMEMBERED) {
        english.put(word, known);
      }
    }
    return known;
  }

  private Map<Integer, Double> translations(int chinese) {
    Map<Integer, Double> found = new HashMap<>();
    lexicon.translations(
        chinese,
        (word, forward, backward, links) -> found.put(word, Math.max(forward, backward / 2)));
    return found;
  }
}
