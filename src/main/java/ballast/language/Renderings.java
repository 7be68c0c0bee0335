package ballast.language;

import java.util.List;

/**
 * Knowledge about the English renderings of Chinese words. The lexicon implements it. Thread-safe.
 */
public interface Renderings {

  /**
   * Whether a Chinese word can be rendered by the words of an English phrase; false if uncertain.
   *
   * @param chinese in simplified characters
   */
  boolean renders(String chinese, String phrase);

  /**
   * The probability that two words translate each other.
   *
   * @param chinese in simplified characters
   * @param english in lower case
   * @return in [0, 1]; 0 when unknown
   */
  double probability(String chinese, String english);

  /** The highest probability for one of the words that an English word can be a form of. */
  default double probability(String chinese, List<String> forms) {
    return forms.stream().mapToDouble(form -> probability(chinese, form)).max().orElse(0);
  }

  /** Without any knowledge. */
  Renderings NONE =
      new Renderings() {
        @Override
        public boolean renders(String chinese, String phrase) {
          return false;
        }

        @Override
        public double probability(String chinese, String english) {
          return 0;
        }
      };
}
