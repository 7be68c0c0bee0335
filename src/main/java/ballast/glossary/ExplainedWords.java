package ballast.glossary;

import ballast.language.Renderings;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds the words of an English text that are accounted for by Chinese words outside a term. Any
 * other word may be another rendering of the term. For one thread.
 */
public final class ExplainedWords {

  /** Minimum probability of a translation; others are accidents of the training texts. */
  private static final double MIN_PROBABILITY = 0.1;

  private final EnglishText english;
  private final String chinese;
  private final List<String> words;
  private final Renderings renderings;
  private final Map<Integer, Boolean> known = new HashMap<>();

  /**
   * @param words of the Chinese text, without those of the term
   */
  public ExplainedWords(
      String chinese, List<String> words, EnglishText english, Renderings renderings) {
    this.english = english;
    this.chinese = chinese.toLowerCase(Locale.ROOT);
    this.words = List.copyOf(words);
    this.renderings = renderings;
  }

  /** Whether another Chinese word translates the English one, or the Chinese text contains it. */
  public boolean has(int index) {
    return known.computeIfAbsent(index, this::isExplained);
  }

  public boolean isCopied(int index) {
    String word = english.word(index);
    return word.length() > 1 && chinese.contains(word);
  }

  public boolean hasBesides(int index, String chineseWord) {
    return isCopied(index) || isTranslation(index, word -> !word.equals(chineseWord));
  }

  private boolean isExplained(int index) {
    return isCopied(index) || isTranslation(index, word -> true);
  }

  private boolean isTranslation(int index, Predicate<String> counted) {
    return english.forms(index).stream()
        .anyMatch(
            form ->
                words.stream()
                    .filter(counted)
                    .anyMatch(word -> renderings.probability(word, form) >= MIN_PROBABILITY));
  }
}
