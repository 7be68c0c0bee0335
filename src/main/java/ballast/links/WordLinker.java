package ballast.links;

import ballast.language.ChineseWords;
import ballast.language.Renderings;
import java.util.List;
import java.util.Set;

/**
 * Finds which words of a sentence translate which words of its translation, Chinese and English in
 * either direction. Thread-safe.
 *
 * <p>The strength of a link is the product of both directions (P. Liang, B. Taskar, D. Klein,
 * "Alignment by agreement", 2006): the share that a word has among all words that could translate
 * the other, and the reverse. Words in a similar place are preferred, then words beside others that
 * are linked; a word that nothing translates goes to one of its neighbours' neighbours that is left
 * as well.
 */
final class WordLinker {

  private static final int ROUNDS = 3;

  /** The strength of two content words of which nothing is known. */
  private static final double UNKNOWN = 0.004;

  /** What competes with the links of a word: that it has no translation. */
  private static final double NONE = 0.01;

  /** How fast the preference for the same relative place falls. */
  private static final double PLACE = 2;

  /** How many tokens away linked words still support a link. */
  private static final int NEAR = 3;

  /** The weight of a link that no neighbour supports. */
  private static final double ALONE = 0.15;

  /** Weaker links support nothing. */
  private static final double MIN_SUPPORT = 0.02;

  private final ChineseWords words;
  private final Renderings renderings;
  private final TokenReader reader;

  WordLinker(ChineseWords words, Renderings renderings) {
    this.words = words;
    this.renderings = renderings;
    this.reader = new TokenReader(words);
  }

  /**
   * Links the words of a sentence and its translation.
   *
   * @param cuts offsets into the source that no token of it contains except at its edges
   */
  WordLinks link(String source, Set<Integer> cuts, String target) {
    List<Token> from = reader.read(source, cuts);
    List<Token> to = reader.read(target, Set.of());
    double[][] known = strengths(from, to);
    new SpelledNames(to, target, words).find(from, (i, j) -> known[i][j] = 1);
    new SpelledNames(from, source, words).find(to, (j, i) -> known[i][j] = 1);
    double[][] base = new double[from.size()][to.size()];
    for (int i = 0; i < from.size(); i++) {
      for (int j = 0; j < to.size(); j++) {
        boolean both = from.get(i).isContent() && to.get(j).isContent();
        double place = Math.abs((i + 0.5) / from.size() - (j + 0.5) / to.size());
        base[i][j] = Math.max(known[i][j], both ? UNKNOWN : 0) * Math.exp(-PLACE * place);
      }
    }
    double[] fromSize = sizes(from);
    double[] toSize = sizes(to);
    double[][] links = agreement(base, fromSize, toSize);
    for (int round = 1; round < ROUNDS; round++) {
      double[][] support = support(links);
      double[][] weighed = new double[from.size()][to.size()];
      for (int i = 0; i < from.size(); i++) {
        for (int j = 0; j < to.size(); j++) {
          weighed[i][j] = base[i][j] * (ALONE + Math.min(1, support[i][j]));
        }
      }
      links = agreement(weighed, fromSize, toSize);
    }
    return new WordLinks(from, to, links, known);
  }

  private double[][] strengths(List<Token> from, List<Token> to) {
    PairStrength strength = new PairStrength(words, renderings);
    double[][] known = new double[from.size()][to.size()];
    for (int i = 0; i < from.size(); i++) {
      for (int j = 0; j < to.size(); j++) {
        known[i][j] = strength.of(from.get(i), to.get(j));
      }
    }
    return known;
  }

  /** How many words of the other language a word usually stands for. */
  private static double[] sizes(List<Token> tokens) {
    return tokens.stream()
        .mapToDouble(
            token ->
                token.kind() == Token.Kind.HAN ? Math.max(1, token.span().length() / 2.0) : 1)
        .toArray();
  }

  /**
   * The product of the shares in both directions. A word that stands for several can give each its
   * full share.
   */
  private static double[][] agreement(double[][] weights, double[] rowSize, double[] columnSize) {
    int columns = weights.length == 0 ? 0 : weights[0].length;
    double[] columnSum = new double[columns];
    double[][] links = new double[weights.length][columns];
    for (double[] row : weights) {
      for (int j = 0; j < columns; j++) {
        columnSum[j] += row[j];
      }
    }
    for (int i = 0; i < weights.length; i++) {
      double rowSum = NONE;
      for (double weight : weights[i]) {
        rowSum += weight;
      }
      for (int j = 0; j < columns; j++) {
        double weight = weights[i][j];
        if (weight > 0) {
          links[i][j] =
              Math.min(1, rowSize[i] * weight / rowSum)
                  * Math.min(1, columnSize[j] * weight / (NONE + columnSum[j]));
        }
      }
    }
    return links;
  }

  /** How much the links of neighbours speak for each link. */
  private static double[][] support(double[][] links) {
    int columns = links.length == 0 ? 0 : links[0].length;
    double[][] support = new double[links.length][columns];
    for (int i = 0; i < links.length; i++) {
      for (int j = 0; j < columns; j++) {
        if (links[i][j] >= MIN_SUPPORT) {
          spread(links[i][j], i, j, support);
        }
      }
    }
    return support;
  }

  private static void spread(double link, int i, int j, double[][] support) {
    for (int p = Math.max(0, i - NEAR); p <= Math.min(support.length - 1, i + NEAR); p++) {
      for (int q = Math.max(0, j - NEAR); q <= Math.min(support[p].length - 1, j + NEAR); q++) {
        if (p != i || q != j) {
          support[p][q] += link / (1 + Math.abs(p - i) + Math.abs(q - j));
        }
      }
    }
  }
}
