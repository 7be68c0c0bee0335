package ballast.language;

import java.util.Set;

/**
 * English function words: words that hold a phrase together but carry no content. All methods take
 * a word in small letters.
 */
public final class FunctionWords {

  private static final Set<String> DETERMINERS =
      Set.of(
          "a", "an", "the", "this", "that", "these", "those", "my", "your", "his", "her", "its",
          "our", "their");

  private static final Set<String> OTHERS =
      Set.of(
          "of", "for", "to", "in", "on", "at", "by", "with", "from", "into", "as", "and", "or",
          "while", "but", "be", "is", "are", "was", "were", "been", "being", "am", "has", "have",
          "had", "will", "would", "can", "could", "shall", "should", "may", "must", "do", "does",
          "did", "not", "which", "who", "whose", "it", "them", "they", "we", "us", "he", "she", "i",
          "you", "also", "well");

  /** Contractions without their apostrophe, as far as they are no other words (well, were). */
  private static final Set<String> CONTRACTIONS =
      Set.of(
          ("isnt arent wasnt werent hasnt havent hadnt dont doesnt didnt wont wouldnt cant couldnt "
                  + "shouldnt mustnt im youre theyre ive youve weve theyve youll theyll itll youd "
                  + "theyd thats")
              .split(" "));

  private static final Set<String> WEIGHTY =
      Set.of("not", "will", "would", "can", "could", "shall", "should", "may", "must");

  private static final Set<String> PRONOUNS = Set.of("it", "them", "him");

  private FunctionWords() {}

  /** Whether it is an article, a demonstrative or a possessive. */
  public static boolean isDeterminer(String word) {
    return DETERMINERS.contains(word);
  }

  /** Whether it is a determiner, another function word or a contraction of such words. */
  public static boolean isFunction(String word) {
    return OTHERS.contains(word) || DETERMINERS.contains(word) || CONTRACTIONS.contains(word);
  }

  /** Whether it only holds others together: no negation, no modal verb. */
  public static boolean isLink(String word) {
    return (OTHERS.contains(word) || DETERMINERS.contains(word)) && !WEIGHTY.contains(word);
  }

  /** Whether it can refer back to something already named. */
  public static boolean isPronoun(String word) {
    return PRONOUNS.contains(word);
  }

  /** Whether it joins two words: and, or. */
  public static boolean isConjunction(String word) {
    return word.equals("and") || word.equals("or");
  }
}
