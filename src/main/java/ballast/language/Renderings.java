package ballast.language;

/**
 * What is known of how Chinese words are rendered in English. The program's lexicon is one.
 * Thread-safe.
 */
public interface Renderings {

  /**
   * Whether a dictionary renders a Chinese word by the words of an English phrase. When in doubt,
   * no.
   *
   * @param chinese simplified
   */
  boolean renders(String chinese, String phrase);

  /**
   * How surely two words translate each other.
   *
   * @param chinese simplified
   * @param english in small letters
   * @return a probability; 0 when nothing is known
   */
  double probability(String chinese, String english);

  /** Knows nothing. */
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
