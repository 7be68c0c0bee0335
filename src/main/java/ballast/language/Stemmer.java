package ballast.language;

import opennlp.tools.stemmer.snowball.porterStemmer;

/**
 * Removes the endings of English words: M. F. Porter, "An algorithm for suffix stripping", Program
 * 14 (1980). The result is a key, not a word.
 *
 * <p>This is the Porter stemmer of Snowball from OpenNLP. Its class is used directly, because
 * {@code SnowballStemmer} would also load the stemmers of twenty other languages. OpenNLP's class
 * {@code PorterStemmer} is a different one and departs from the paper.
 *
 * <p>Not thread-safe, because it holds the current word. Creating one is cheap, so each reader of a
 * text has its own.
 */
public final class Stemmer {

  /**
   * Doubled consonants that Snowball leaves before -ed and -ing: trekking, specced, revving. The
   * paper reduces all except l, s and z; Snowball handles nine letters.
   */
  private static final String LEFT_DOUBLED = "chjkqvwx";

  private final porterStemmer snowball = new porterStemmer();

  /**
   * Returns the stem of a word.
   *
   * @param word letters a to z; a word of one or two letters is its own stem
   */
  public String stem(String word) {
    if (word.length() <= 2) {
      return word;
    }
    snowball.setCurrent(word);
    snowball.stem();
    String stem = snowball.getCurrent();
    return isLeftDoubled(word, stem) ? stem.substring(0, stem.length() - 1) : stem;
  }

  /** Returns whether -ed or -ing was removed but a consonant doubled only before them remains. */
  private static boolean isLeftDoubled(String word, String stem) {
    int last = stem.length() - 1;
    return last > 0
        && LEFT_DOUBLED.indexOf(stem.charAt(last)) >= 0
        && stem.charAt(last) == stem.charAt(last - 1)
        && (word.equals(stem + "ed") || word.equals(stem + "ing"));
  }
}
