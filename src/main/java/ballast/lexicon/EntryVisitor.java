package ballast.lexicon;

@FunctionalInterface
public interface EntryVisitor {

  /**
   * @param englishGivenChinese probability of the English word given the Chinese one, in (0, 1]
   * @param chineseGivenEnglish probability of the Chinese word given the English one, in (0, 1]
   * @param links the expected number of links between the two words in the training texts, more
   *     than 0; with few links the probabilities are unreliable
   */
  void visit(int english, double englishGivenChinese, double chineseGivenEnglish, double links);
}
