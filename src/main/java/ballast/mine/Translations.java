package ballast.mine;

/** What is known of words beside the texts. The program gives one made of its lexicon. */
public interface Translations {

  /**
   * How surely two words translate each other.
   *
   * @param chinese simplified
   * @param english in small letters
   * @return a probability; 0 when nothing is known
   */
  double probability(String chinese, String english);

  /** The part of all Chinese words that are this one, in (0, 1]; small when it is unknown. */
  double share(String chinese);
}
