package ballast.align;

import ballast.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The tokens of two texts and what is known of them before they are compared.
 *
 * @param left tokens of the left text
 * @param right tokens of the right text
 * @param known which of them translate each other, by the lexicon
 */
record DocumentTokens(Tokens left, Tokens right, TokenPairs known) {

  static DocumentTokens of(BothTexts texts) {
    Lexicon lexicon = texts.lexicon();
    PinyinNames.Found names = PinyinNames.between(texts.left(), texts.right(), lexicon);
    List<Set<String>> leftAnchors = both(texts.left().anchors(), names.left());
    List<Set<String>> rightAnchors = both(texts.right().anchors(), names.right());
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
        new Tokens(texts.left().sentences(), Tokens.shared(leftAnchors, rightAnchors), chinese);
    Tokens right =
        new Tokens(texts.right().sentences(), Tokens.shared(rightAnchors, leftAnchors), english);
    TokenPairs known =
        new LexiconPairs(lexicon, texts.parameters())
            .of(left, right, texts.left().isChinese() == texts.right().isChinese());
    return new DocumentTokens(left, right, informed(texts, left, right, known));
  }

  /** The lexicon's pairs and what the renderings known beforehand teach. */
  private static TokenPairs informed(BothTexts texts, Tokens left, Tokens right, TokenPairs known) {
    if (texts.precedents().isEmpty()) {
      return known;
    }
    TokenLearner learner = new TokenLearner(left, right, texts.parameters());
    texts.precedents().forEach(learner::see);
    double doubt = texts.parameters().precedentDoubt();
    return known.mixed(
        learner.learn(known),
        shares(learner.leftSeen(), doubt),
        shares(learner.rightSeen(), doubt));
  }

  private static double[] shares(double[] counts, double doubt) {
    return Arrays.stream(counts).map(count -> count / (count + doubt)).toArray();
  }

  private static List<Set<String>> both(List<Set<String>> some, List<Set<String>> others) {
    List<Set<String>> all = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      Set<String> set = new LinkedHashSet<>(some.get(i));
      set.addAll(others.get(i));
      all.add(set);
    }
    return all;
  }
}
