package ballast.align;

import ballast.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The tokens of two texts, and the pairs of them known before the search.
 *
 * @param known pairs of tokens that translate each other, from the lexicon and the known renderings
 */
record DocumentTokens(TokenIds left, TokenIds right, TokenPairs known) {

  static DocumentTokens of(BothTexts texts) {
    Lexicon lexicon = texts.lexicon();
    PinyinNames.Found names = PinyinNames.between(texts.left(), texts.right(), lexicon);
    List<Set<String>> leftCognates = both(texts.left().cognates(), names.left());
    List<Set<String>> rightCognates = both(texts.right().cognates(), names.right());
    ToDoubleFunction<String> chinese =
        word -> {
          int id = lexicon.chinese(word);
          return id == Lexicon.UNKNOWN ? TokenIds.UNKNOWN_SHARE : lexicon.chineseShare(id);
        };
    ToDoubleFunction<String> english =
        word -> {
          int id = lexicon.english(word);
          return id == Lexicon.UNKNOWN ? TokenIds.UNKNOWN_SHARE : lexicon.englishShare(id);
        };
    TokenIds left =
        new TokenIds(
            texts.left().sentences(), TokenIds.shared(leftCognates, rightCognates), chinese);
    TokenIds right =
        new TokenIds(
            texts.right().sentences(), TokenIds.shared(rightCognates, leftCognates), english);
    TokenPairs known =
        new LexiconPairs(lexicon, texts.parameters().pairs())
            .of(left, right, texts.left().isChinese() == texts.right().isChinese());
    return new DocumentTokens(left, right, withPrecedents(texts, left, right, known));
  }

  /** Mixes the lexicon's pairs with those learnt from the known renderings. */
  private static TokenPairs withPrecedents(
      BothTexts texts, TokenIds left, TokenIds right, TokenPairs known) {
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

  private static final class LexiconPairs {

    private final Lexicon lexicon;
    private final AlignerParameters.PairWeights parameters;

    LexiconPairs(Lexicon lexicon, AlignerParameters.PairWeights parameters) {
      this.lexicon = lexicon;
      this.parameters = parameters;
    }

    /**
     * @param sameLanguage whether both texts are in one language, so that equal words have equal
     *     meaning
     */
    TokenPairs of(TokenIds left, TokenIds right, boolean sameLanguage) {
      int[] rightOf = new int[lexicon.englishWords()];
      Arrays.fill(rightOf, -1);
      for (int e = 0; e < right.wordTypes(); e++) {
        int word = lexicon.english(right.type(e));
        if (word != Lexicon.UNKNOWN) {
          rightOf[word] = e;
        }
      }
      TokenPairs.Builder pairs = new TokenPairs.Builder(8 * left.types());
      Row row = new Row();
      for (int z = 0; z < left.wordTypes(); z++) {
        int word = lexicon.chinese(left.type(z));
        if (sameLanguage) {
          addEqual(left.type(z), right, pairs);
        } else if (word != Lexicon.UNKNOWN) {
          row.read(word, rightOf);
          row.addTo(pairs);
        }
        pairs.endRow();
      }
      for (int z = left.wordTypes(); z < left.types(); z++) {
        addEqual(left.type(z), right, pairs);
        pairs.endRow();
      }
      return pairs.build();
    }

    private void addEqual(String type, TokenIds right, TokenPairs.Builder pairs) {
      int equal = right.id(type);
      if (equal >= 0) {
        pairs.add(equal, parameters.identity(), parameters.identity());
      }
    }

    /** The entries of one Chinese word, limited to English words in the text, sorted by type. */
    private final class Row {
      private long[] order = new long[64];
      private double[] forward = new double[64];
      private double[] backward = new double[64];
      private int size;

      void read(int word, int[] rightOf) {
        size = 0;
        lexicon.translations(
            word,
            (english, englishGivenChinese, chineseGivenEnglish, links) -> {
              if (rightOf[english] >= 0) {
                add(rightOf[english], englishGivenChinese, chineseGivenEnglish, links);
              }
            });
        Arrays.sort(order, 0, size);
      }

      private void add(int type, double rightGivenLeft, double leftGivenRight, double links) {
        if (size == order.length) {
          order = Arrays.copyOf(order, 2 * size);
          forward = Arrays.copyOf(forward, 2 * size);
          backward = Arrays.copyOf(backward, 2 * size);
        }
        double trust = links / (links + parameters.linkDiscount());
        order[size] = (long) type << 32 | size;
        forward[size] = trust * Math.pow(rightGivenLeft, parameters.flattening());
        backward[size++] = trust * Math.pow(leftGivenRight, parameters.flattening());
      }

      void addTo(TokenPairs.Builder pairs) {
        for (int k = 0; k < size; k++) {
          int at = (int) order[k];
          pairs.add((int) (order[k] >>> 32), forward[at], backward[at]);
        }
      }
    }
  }
}
