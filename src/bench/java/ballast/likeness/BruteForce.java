package ballast.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All texts in memory, by length, and the bit-parallel distance for each of the right length: the
 * best that can be done without an index, and what an index is held against.
 */
public final class BruteForce {

  private static final int WORD = 64;

  private final List<String> texts;
  private final int[] starts;
  private final int[] symbols;
  private final int[] lengths;
  private final Map<Integer, Integer> ids = new HashMap<>();
  private final long[] up = new long[64];
  private final long[] down = new long[64];
  private final int[] rowOf;

  /** Reads Chinese texts, each once. */
  public BruteForce(List<String> distinct) {
    Symbols read = new Symbols();
    int[] sizes = new int[distinct.size()];
    long total = 0;
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = read.read(distinct.get(i), Measure.CHARACTERS).size();
      total += sizes[i];
    }
    Integer[] order = new Integer[sizes.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingInt(i -> sizes[i]));
    texts = new ArrayList<>(sizes.length);
    lengths = new int[sizes.length];
    starts = new int[sizes.length + 1];
    symbols = new int[Math.toIntExact(total)];
    for (int i = 0; i < sizes.length; i++) {
      String text = distinct.get(order[i]);
      texts.add(text);
      lengths[i] = sizes[order[i]];
      starts[i + 1] = starts[i] + lengths[i];
      read.read(text, Measure.CHARACTERS);
      for (int j = 0; j < lengths[i]; j++) {
        symbols[starts[i] + j] = id(read.hash(j));
      }
    }
    rowOf = new int[ids.size() + 1];
  }

  private int id(int hash) {
    return ids.computeIfAbsent(hash, key -> ids.size() + 1);
  }

  /** The texts that score {@code threshold} or better. */
  public List<String> find(String query, int threshold) {
    Symbols read = new Symbols().read(query, Measure.CHARACTERS);
    int length = read.size();
    List<String> found = new ArrayList<>();
    if (length == 0) {
      return found;
    }
    int words = (length + WORD - 1) / WORD;
    int[] pattern = new int[length];
    int rows = 0;
    for (int i = 0; i < length; i++) {
      pattern[i] = ids.getOrDefault(read.hash(i), 0);
      if (rowOf[pattern[i]] == 0) {
        rowOf[pattern[i]] = ++rows;
      }
    }
    long[] masks = new long[(rows + 1) * words];
    for (int i = 0; i < length; i++) {
      if (pattern[i] != 0) {
        masks[rowOf[pattern[i]] * words + i / WORD] |= 1L << (i % WORD);
      }
    }
    int from = lower(Score.shortest(threshold, length));
    int to = lower(Score.longest(threshold, length) + 1);
    for (int i = from; i < to; i++) {
      int maxEdits = Score.mostEdits(threshold, length, lengths[i]);
      if (distance(masks, words, length, i, maxEdits) <= maxEdits) {
        found.add(texts.get(i));
      }
    }
    for (int symbol : pattern) {
      rowOf[symbol] = 0;
    }
    return found;
  }

  private int lower(int length) {
    int low = 0;
    int high = lengths.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lengths[middle] < length) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int distance(long[] masks, int words, int length, int text, int maxEdits) {
    int n = lengths[text];
    if (Math.abs(n - length) > maxEdits) {
      return maxEdits + 1;
    }
    Arrays.fill(up, 0, words, -1L);
    Arrays.fill(down, 0, words, 0L);
    int score = length;
    long last = 1L << ((length - 1) % WORD);
    for (int j = 0; j < n; j++) {
      int row = rowOf[symbols[starts[text] + j]] * words;
      int carry = 1;
      for (int w = 0; w < words; w++) {
        long pv = up[w];
        long mv = down[w];
        long equal = masks[row + w];
        long top = w == words - 1 ? last : Long.MIN_VALUE;
        long xv = equal | mv;
        equal |= carry < 0 ? 1 : 0;
        long xh = (((equal & pv) + pv) ^ pv) | equal;
        long ph = mv | ~(xh | pv);
        long mh = pv & xh;
        int out = ((ph & top) != 0 ? 1 : 0) - ((mh & top) != 0 ? 1 : 0);
        ph = ph << 1 | (carry > 0 ? 1 : 0);
        mh = mh << 1 | (carry < 0 ? 1 : 0);
        up[w] = mh | ~(xv | ph);
        down[w] = ph & xv;
        carry = out;
      }
      score += carry;
      if (score - (n - 1 - j) > maxEdits) {
        return maxEdits + 1;
      }
    }
    return score;
  }
}
