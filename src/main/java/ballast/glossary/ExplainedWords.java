package ballast.glossary;

import ballast.language.Renderings;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Tells which words of an English text other words of the Chinese text than a term account for. A
 * word for which nothing accounts may be another rendering of the term. For one thread.
 */
public final class ExplainedWords {

  /** A less probable translation is an accident of the training texts. */
  private static final double MIN_PROBABILITY = 0.1;

  private final EnglishText english;
  private final String chinese;
  private final List<String> words;
  private final Renderings renderings;
  private final Map<Integer, Boolean> known = new HashMap<>();

  /**
   * The words of a pair.
   *
   * @param words of the Chinese text, without those of the term
   */
  public ExplainedWords(
      String chinese, List<String> words, EnglishText english, Renderings renderings) {
    this.english = english;
    this.chinese = chinese.toLowerCase(Locale.ROOT);
    this.words = List.copyOf(words);
    this.renderings = renderings;
  }

  /** Whether another word translates the English one, or the Chinese text has it too. */
  public boolean has(int index) {
    return known.computeIfAbsent(index, this::isExplained);
  }

  /** Whether the Chinese text has the English word. */
  public boolean isCopied(int index) {
    String word = english.word(index);
    return word.length() > 1 && chinese.contains(word);
  }

  /** Whether words other than a given one, too, account for an English word. */
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
