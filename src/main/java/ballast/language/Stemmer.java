package ballast.language;

import opennlp.tools.stemmer.snowball.porterStemmer;

/**
 * Takes the endings off English words: M. F. Porter, "An algorithm for suffix stripping", Program
 * 14 (1980). The result is a key, not a word.
 *
 * <p>This is the Porter stemmer of Snowball as OpenNLP has it. Its class is used directly: by way
 * of {@code SnowballStemmer}, Java would load the stemmers of twenty other languages, too.
 * OpenNLP's class {@code PorterStemmer} is another one and departs from the paper.
 *
 * <p>Holds the word that it works on: not thread-safe. Making one is cheap, so that each text that
 * is read has its own.
 */
public final class Stemmer {

  /**
   * The paper makes one of all doubled consonants before -ed and -ing but l, s and z; Snowball
   * knows nine letters and forgets these: trekking, specced, revving.
   */
  private static final String LEFT_DOUBLED = "chjkqvwx";

  private final porterStemmer snowball = new porterStemmer();

  /**
   * The stem of a word.
   *
   * @param word of a to z; one of one or two letters is its own stem
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

  /** Whether -ed or -ing was taken off and a consonant left that is doubled only before them. */
  private static boolean isLeftDoubled(String word, String stem) {
    int last = stem.length() - 1;
    return last > 0
        && LEFT_DOUBLED.indexOf(stem.charAt(last)) >= 0
        && stem.charAt(last) == stem.charAt(last - 1)
        && (word.equals(stem + "ed") || word.equals(stem + "ing"));
  }
}
