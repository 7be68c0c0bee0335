package ballast.lexicon.train;

import java.util.Arrays;

/**
 * Ranks the cells of a trained table by their value: sqrt(t(e|z) t(z|e)) ln(1 + links). Cells that
 * are improbable in both directions or have hardly any links are not ranked.
 */
final class Pruning {

  private static final double MIN_PROBABILITY = 0.003;
  private static final double MIN_LINKS = 0.1;

  /** The cells, the best first; equal ones in table order. */
  private final int[] ranked;

  private Pruning(int[] ranked) {
    this.ranked = ranked;
  }

  static Pruning of(ModelOne model) {
    PairTable table = model.table();
    long[] keys = new long[1 << 16];
    int size = 0;
    for (int word = 0; word < table.rows.length - 1; word++) {
      for (int cell = table.rows[word]; cell < table.rows[word + 1]; cell++) {
        double englishGivenChinese = table.forward[cell];
        double back = table.backward[cell];
        double links =
            (englishGivenChinese * model.chineseLinks(word)
                    + back * model.englishLinks(table.columns[cell]))
                / 2;
        if (Math.max(englishGivenChinese, back) > MIN_PROBABILITY && links > MIN_LINKS) {
          if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
          }
          float rank = (float) (Math.sqrt(englishGivenChinese * back) * StrictMath.log1p(links));
          // The bits of positive floats sort like the floats; inverted, the best come first.
          keys[size++] = ((long) ~Float.floatToIntBits(rank) << 32) | cell;
        }
      }
    }
    long[] sorted = Arrays.copyOf(keys, size);
    Arrays.parallelSort(sorted);
    return new Pruning(Arrays.stream(sorted).mapToInt(key -> (int) key).toArray());
  }

  /** The number of ranked cells. */
  int size() {
    return ranked.length;
  }

  /** The numbers of the best cells, ascending. */
  int[] best(int count) {
    int[] best = Arrays.copyOf(ranked, count);
    Arrays.sort(best);
    return best;
  }
}
