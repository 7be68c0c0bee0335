package ballast.cli;

import ballast.lexicon.Lexicon;
import ballast.mine.Translations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the lexicon knows of words, for mining. For one thread. */
final class LexiconTranslations implements Translations {

  private static final double UNKNOWN_SHARE = 1e-7;

  private final Lexicon lexicon;
  private final Map<String, Map<Integer, Double>> known = new HashMap<>();
  private final Map<String, Integer> english = new HashMap<>();

  LexiconTranslations(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public double probability(String chinese, String word) {
    int id = english.computeIfAbsent(word, this::english);
    return known.computeIfAbsent(chinese, this::translations).getOrDefault(id, 0.0);
  }

  private int english(String word) {
    List<String> keys = lexicon.words().read(word);
    return keys.size() == 1 ? lexicon.english(keys.get(0)) : Lexicon.UNKNOWN;
  }

  private Map<Integer, Double> translations(String chinese) {
    Map<Integer, Double> entries = new HashMap<>();
    int id = lexicon.chinese(chinese);
    if (id != Lexicon.UNKNOWN) {
      lexicon.translations(
          id,
          (word, forward, backward, links) -> entries.put(word, Math.max(forward, backward / 2)));
    }
    return entries;
  }

  @Override
  public double share(String chinese) {
    int id = lexicon.chinese(chinese);
    return id == Lexicon.UNKNOWN
        ? UNKNOWN_SHARE
        : Math.max(UNKNOWN_SHARE, lexicon.chineseShare(id));
  }
}
