package ballast.align;

import ballast.bitext.Segment;
import ballast.lexicon.Lexicon;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares the rare words, numbers and names of a Chinese and an English text. It finds quickly
 * which of many texts are worth aligning with each other. Thread-safe.
 */
public final class TextLikeness {

  /** Maximum sentences of a text that are read. */
  private static final int MAX_SENTENCES = 300;

  /** Minimum geometric mean of both probabilities of a pair of words. */
  private static final double MIN_PROBABILITY = 0.1;

  /** Minus the log of the share of the most frequent words that count. */
  private static final double COMMON = 6;

  private static final double MAX_RARITY = 12;

  private static final double NAME = 6;

  private final Lexicon lexicon;

  /**
   * The comparable content of a text.
   *
   * @param weights of English words, numbers and Latin names; of the translations of Chinese words
   * @param norm the length of this vector
   */
  public record Profile(Map<String, Double> weights, double norm) {

    private static Profile of(SortedMap<String, Double> weights) {
      double sum = 0;
      for (double weight : weights.values()) {
        sum += weight * weight;
      }
      return new Profile(weights, Math.sqrt(sum));
    }
  }

  public TextLikeness(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  public Profile profile(List<Segment> sentences) {
    Sentence.Reader reader = new Sentence.Reader(lexicon.words());
    SortedMap<String, Double> weights = new TreeMap<>();
    for (Segment segment : sentences.subList(0, Math.min(MAX_SENTENCES, sentences.size()))) {
      Sentence sentence = reader.read(segment.text());
      sentence.cognates().forEach(cognate -> weights.put(cognate, weight(cognate)));
      boolean chinese = segment.document().lang().isChinese();
      for (String word : sentence.words()) {
        if (chinese) {
          addTranslations(word, weights);
        } else {
          addEnglish(lexicon.english(word), 1, weights);
        }
      }
    }
    return Profile.of(weights);
  }

  /** Numbers of one digit are everywhere. */
  private static double weight(String cognate) {
    return NAME * Math.min(1, (cognate.length() - 1) / 4.0);
  }

  private void addTranslations(String word, Map<String, Double> weights) {
    int id = lexicon.chinese(word);
    if (id == Lexicon.UNKNOWN || -Math.log(lexicon.chineseShare(id)) < COMMON) {
      return;
    }
    lexicon.translations(
        id,
        (english, forward, backward, links) -> {
          double probability = Math.sqrt(forward * backward);
          if (probability >= MIN_PROBABILITY) {
            addEnglish(english, probability, weights);
          }
        });
  }

  private void addEnglish(int id, double probability, Map<String, Double> weights) {
    if (id == Lexicon.UNKNOWN) {
      return;
    }
    double rarity = -Math.log(lexicon.englishShare(id));
    if (rarity >= COMMON) {
      weights.merge("=" + id, Math.sqrt(probability) * Math.min(MAX_RARITY, rarity), Math::max);
    }
  }

  /** The likeness of two texts, from 0 (nothing in common) to 1. */
  public static double between(Profile one, Profile other) {
    if (one.norm == 0 || other.norm == 0) {
      return 0;
    }
    boolean smaller = one.weights.size() <= other.weights.size();
    Map<String, Double> few = smaller ? one.weights : other.weights;
    Map<String, Double> many = smaller ? other.weights : one.weights;
    double sum = 0;
    for (Map.Entry<String, Double> entry : few.entrySet()) {
      sum += entry.getValue() * many.getOrDefault(entry.getKey(), 0.0);
    }
    return sum / (one.norm * other.norm);
  }
}
