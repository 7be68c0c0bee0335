package ballast.lexicon.train;

import ballast.bitext.InputException;
import java.util.Arrays;

/**
 * A sparse matrix with one row for each Chinese word. Its cells are the English words that occur in
 * a pair with it, with the probabilities in both directions.
 */
final class PairTable {

  private static final long MAX_CELLS = 1_000_000_000;

  /** The start of the cells of each row, then the end of the last. */
  final int[] rows;

  /** The English word of each cell, ascending within a row. */
  final int[] columns;

  /** The probability of the English word given the Chinese one. */
  final float[] forward;

  /** The probability of the Chinese word given the English one. */
  final float[] backward;

  private PairTable(int[] rows, int[] columns) {
    this.rows = rows;
    this.columns = columns;
    this.forward = new float[columns.length];
    this.backward = new float[columns.length];
  }

  static PairTable of(NumberedPairs corpus, Occurrences occurrences, Workers workers) {
    int chinese = corpus.chinese().vocabulary().size();
    int[] sizes = new int[chinese];
    workers.run(chinese, word -> sizes[word] = row(corpus, occurrences, word).length);
    int[] rows = new int[chinese + 1];
    long cells = 0;
    for (int word = 0; word < chinese; word++) {
      cells += sizes[word];
      if (cells > MAX_CELLS) {
        throw new InputException(
            "cannot train on so much text: more than " + MAX_CELLS + " pairs of words",
            "leave out the largest sources");
      }
      rows[word + 1] = (int) cells;
    }
    PairTable table = new PairTable(rows, new int[(int) cells]);
    workers.run(
        chinese,
        word -> {
          int[] row = row(corpus, occurrences, word);
          System.arraycopy(row, 0, table.columns, rows[word], row.length);
        });
    return table;
  }

  /** Returns the English words in the pairs of a Chinese word, ascending. */
  private static int[] row(NumberedPairs corpus, Occurrences occurrences, int word) {
    NumberedPairs.Side english = corpus.english();
    long[] seen = new long[(english.vocabulary().size() >> 6) + 1];
    for (int i = occurrences.start(word); i < occurrences.start(word + 1); i++) {
      int pair = occurrences.pair(i);
      for (int at = english.starts()[pair]; at < english.starts()[pair + 1]; at++) {
        int other = english.words()[at];
        seen[other >> 6] |= 1L << other;
      }
    }
    return java.util.BitSet.valueOf(seen).stream().toArray();
  }

  /** Returns the cell of two words that occur in a common pair, searching from {@code from} on. */
  int cell(int row, int column, int from) {
    return Arrays.binarySearch(columns, from, rows[row + 1], column);
  }

  /**
   * The pairs that contain each Chinese word, and its place in {@link NumberedPairs.Side#words}.
   */
  static final class Occurrences {

    private final int[] starts;
    private final int[] pairs;
    private final int[] places;

    Occurrences(NumberedPairs corpus) {
      NumberedPairs.Side side = corpus.chinese();
      this.starts = new int[side.vocabulary().size() + 1];
      for (int word : side.words()) {
        starts[word + 1]++;
      }
      for (int word = 1; word < starts.length; word++) {
        starts[word] += starts[word - 1];
      }
      this.pairs = new int[side.words().length];
      this.places = new int[side.words().length];
      int[] next = starts.clone();
      for (int pair = 0; pair < corpus.size(); pair++) {
        for (int place = side.starts()[pair]; place < side.starts()[pair + 1]; place++) {
          int at = next[side.words()[place]]++;
          pairs[at] = pair;
          places[at] = place;
        }
      }
    }

    int start(int word) {
      return starts[word];
    }

    int pair(int occurrence) {
      return pairs[occurrence];
    }

    int place(int occurrence) {
      return places[occurrence];
    }
  }
}
