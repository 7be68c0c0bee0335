package ballast.cli;

import ballast.glossary.Wording;
import ballast.lexicon.HanCut;
import ballast.lexicon.Lexicon;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the lexicon knows of Chinese writing, for finding terms. Thread-safe. */
final class LexiconWording implements Wording {

  /** A rendering less probable is an accident of the training texts. */
  private static final double LEAST = 0.02;

  /** Shorter keys are hardly ever what a term says. */
  private static final int SHORTEST_KEY = 4;

  private static final int MOST_REMEMBERED = 50_000;

  private final Lexicon lexicon;
  private final Map<String, Boolean> rendered = new ConcurrentHashMap<>();

  LexiconWording(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public int simplified(int codePoint) {
    return lexicon.simplified(codePoint);
  }

  @Override
  public Cut cut(String run) {
    HanCut cut = lexicon.words().cut(run);
    return cut::endsAt;
  }

  @Override
  public Cut parts(String word) {
    HanCut cut = lexicon.words().parts(word);
    return cut::endsAt;
  }

  @Override
  public boolean renders(String word, String english) {
    String pair = word + '\t' + english;
    Boolean known = rendered.get(pair);
    if (known == null) {
      known = looksUp(word, english);
      if (rendered.size() < MOST_REMEMBERED) {
        rendered.put(pair, known);
      }
    }
    return known;
  }

  private boolean looksUp(String word, String english) {
    int id = lexicon.chinese(word);
    List<String> keys =
        lexicon.words().read(english).stream().filter(key -> key.length() >= SHORTEST_KEY).toList();
    if (id == Lexicon.UNKNOWN || keys.isEmpty()) {
      return false;
    }
    Set<Integer> known = new HashSet<>();
    lexicon.translations(
        id,
        (translation, forward, backward, links) -> {
          if (forward >= LEAST) {
            known.add(translation);
          }
        });
    return keys.stream().allMatch(key -> known.contains(lexicon.english(key)));
  }

  @Override
  public List<String> readings(int codePoint) {
    return lexicon.readings(codePoint);
  }
}
