package ballast.language;

import java.util.Set;

/**
 * English function words: words without content that link others. All methods take words in lower
 * case.
 */
public final class FunctionWords {

  private static final WordList LISTS = WordList.load("language/function-words.txt");
  private static final Set<String> DETERMINERS = Set.copyOf(LISTS.words("determiners"));
  private static final Set<String> OTHERS = Set.copyOf(LISTS.words("others"));
  private static final Set<String> CONTRACTIONS = Set.copyOf(LISTS.words("contractions"));

  private static final Set<String> WEIGHTY =
      Set.of("not", "will", "would", "can", "could", "shall", "should", "may", "must");

  private static final Set<String> PRONOUNS = Set.of("it", "them", "him");

  private FunctionWords() {}

  /** Returns whether the word is an article, a demonstrative or a possessive. */
  public static boolean isDeterminer(String word) {
    return DETERMINERS.contains(word);
  }

  public static boolean isFunction(String word) {
    return OTHERS.contains(word) || DETERMINERS.contains(word) || CONTRACTIONS.contains(word);
  }

  /** Returns whether the word only links others: no negation, no modal verb. */
  public static boolean isLink(String word) {
    return (OTHERS.contains(word) || DETERMINERS.contains(word)) && !WEIGHTY.contains(word);
  }

  public static boolean isPronoun(String word) {
    return PRONOUNS.contains(word);
  }

  public static boolean isConjunction(String word) {
    return word.equals("and") || word.equals("or");
  }

  /** Chinese words before a new noun: particles, pronouns, numerals, prepositions. */
  public static final class ChineseFunctionWords {

    private static final Set<String> WORDS = Set.copyOf(LISTS.words("chinese"));
    private static final Set<String> LINKS = Set.copyOf(LISTS.words("chinese-links"));

    private ChineseFunctionWords() {}

    /**
     * Returns whether a word only links others, so that little changes without it: no number, no
     * negation, no modal verb.
     */
    public static boolean isLink(String word) {
      return word.codePoints().allMatch(c -> LINKS.contains(Character.toString(c)));
    }

    /** Returns whether a word is one of them, or ends in 的 as 中的 does. */
    public static boolean has(String word) {
      return WORDS.contains(word) || word.endsWith("的");
    }
  }
}
