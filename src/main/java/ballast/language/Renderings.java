package ballast.language;

import java.util.List;

/**
 * Knowledge about the English translations of Chinese words. The lexicon implements it.
 * Thread-safe.
 */
public interface Renderings {

  /**
   * Returns whether an English phrase can translate a Chinese word; false if uncertain.
   *
   * @param chinese in simplified characters
   */
  boolean renders(String chinese, String phrase);

  /**
   * Returns the probability that two words translate each other.
   *
   * @param chinese in simplified characters
   * @param english in lower case
   * @return in [0, 1]; 0 when unknown
   */
  double probability(String chinese, String english);

  /** Returns the highest probability among the possible base words of an English word. */
  default double probability(String chinese, List<String> forms) {
    return forms.stream().mapToDouble(form -> probability(chinese, form)).max().orElse(0);
  }

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
