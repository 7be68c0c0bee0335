package ballast.align;

import ballast.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The tokens of two texts and which of them are known to translate each other before the search.
 *
 * @param left tokens of the left text
 * @param right tokens of the right text
 * @param known pairs of tokens that translate each other, from the lexicon and the known renderings
 */
record DocumentTokens(Tokens left, Tokens right, TokenPairs known) {

  static DocumentTokens of(BothTexts texts) {
    Lexicon lexicon = texts.lexicon();
    PinyinNames.Found names = PinyinNames.between(texts.left(), texts.right(), lexicon);
    List<Set<String>> leftCognates = both(texts.left().cognates(), names.left());
    List<Set<String>> rightCognates = both(texts.right().cognates(), names.right());
    ToDoubleFunction<String> chinese =
        word -> {
          int id = lexicon.chinese(word);
          return id == Lexicon.UNKNOWN ? Tokens.UNKNOWN_SHARE : lexicon.chineseShare(id);
        };
    ToDoubleFunction<String> english =
        word -> {
          int id = lexicon.english(word);
          return id == Lexicon.UNKNOWN ? Tokens.UNKNOWN_SHARE : lexicon.englishShare(id);
        };
    Tokens left =
        new Tokens(texts.left().sentences(), Tokens.shared(leftCognates, rightCognates), chinese);
    Tokens right =
        new Tokens(texts.right().sentences(), Tokens.shared(rightCognates, leftCognates), english);
    TokenPairs known =
        new LexiconPairs(lexicon, texts.parameters().pairs())
            .of(left, right, texts.left().isChinese() == texts.right().isChinese());
    return new DocumentTokens(left, right, withPrecedents(texts, left, right, known));
  }

  /** The lexicon's pairs mixed with those learnt from the known renderings. */
  private static TokenPairs withPrecedents(
      BothTexts texts, Tokens left, Tokens right, TokenPairs known) {
    if (texts.precedents().isEmpty()) {
      return known;
    }
    TokenLearner learner = new TokenLearner(left, right, texts.parameters().learning());
    texts.precedents().forEach(learner::observe);
    double prior = texts.parameters().learning().precedentDoubt();
    return known.mixed(
        learner.learn(known),
        shares(learner.leftCounts(), prior),
        shares(learner.rightCounts(), prior));
  }

  private static double[] shares(double[] counts, double prior) {
    return Arrays.stream(counts).map(count -> count / (count + prior)).toArray();
  }

  private static List<Set<String>> both(List<Set<String>> first, List<Set<String>> second) {
    List<Set<String>> all = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      Set<String> set = new LinkedHashSet<>(first.get(i));
      set.addAll(second.get(i));
      all.add(set);
    }
    return all;
  }
}
