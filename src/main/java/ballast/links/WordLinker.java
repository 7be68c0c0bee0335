package ballast.links;

import ballast.language.ChineseWords;
import ballast.language.Renderings;
import java.util.List;
import java.util.Optional;
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

  /** Of tokens; more would take too much memory. Two thousand Chinese characters are allowed. */
  private static final long MAX_PAIRS = 2_000_000;

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
   * @return empty when the sentences are too long
   */
  Optional<WordLinks> link(String source, Set<Integer> cuts, String target) {
    List<Token> from = reader.read(source, cuts);
    List<Token> to = reader.read(target, Set.of());
    if ((long) from.size() * to.size() > MAX_PAIRS) {
      return Optional.empty();
    }
    float[][] known = strengths(from, to);
    new SpelledNames(to, words).find(from, (i, j) -> known[i][j] = 1);
    new SpelledNames(from, words).find(to, (j, i) -> known[i][j] = 1);
    Agreement agreement = new Agreement(from, to, known);
    for (int round = 1; round < ROUNDS; round++) {
      agreement.next();
    }
    return Optional.of(new WordLinks(from, to, agreement.links(), known));
  }

  private float[][] strengths(List<Token> from, List<Token> to) {
    PairStrength strength = new PairStrength(words, renderings);
    float[][] known = new float[from.size()][to.size()];
    for (int i = 0; i < from.size(); i++) {
      for (int j = 0; j < to.size(); j++) {
        known[i][j] = (float) strength.of(from.get(i), to.get(j));
      }
    }
    return known;
  }
}
