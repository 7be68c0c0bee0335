package ballast.align;

import ballast.lexicon.Lexicon;
import java.util.Arrays;

/** The lexicon's entries for the tokens of two texts. */
final class LexiconPairs {

  private final Lexicon lexicon;
  private final AlignerParameters.PairWeights parameters;

  LexiconPairs(Lexicon lexicon, AlignerParameters.PairWeights parameters) {
    this.lexicon = lexicon;
    this.parameters = parameters;
  }

  /**
   * The lexicon's entries for the types of two texts; a cognate translates itself.
   *
   * @param sameLanguage whether both texts are in one language, so that equal words mean the same
   */
  TokenPairs of(Tokens left, Tokens right, boolean sameLanguage) {
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

  private void addEqual(String type, Tokens right, TokenPairs.Builder pairs) {
    int equal = right.id(type);
    if (equal >= 0) {
      pairs.add(equal, parameters.identity(), parameters.identity());
    }
  }

  /** The entries of one Chinese word whose English word is in the text, sorted by type. */
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
