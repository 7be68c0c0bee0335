package ballast.memory.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Collects pairs of 64-bit keys, 16 bytes each, and counts repetitions and contradictions among
 * them.
 */
final class KeyPairs {

  private long[] firsts = new long[1024];
  private long[] seconds = new long[1024];
  private int size;

  void add(long first, long second) {
    if (size == firsts.length) {
      firsts = Arrays.copyOf(firsts, 2 * size);
      seconds = Arrays.copyOf(seconds, 2 * size);
    }
    firsts[size] = first;
    seconds[size] = second;
    size++;
  }

  /** The number of pairs whose first key is that of an earlier pair. */
  long repeatedFirsts() {
    return size - Arrays.stream(firsts, 0, size).distinct().count();
  }

  long firstsWithSeveralSeconds() {
    return several(firsts, seconds).size();
  }

  long secondsWithSeveralFirsts() {
    return several(seconds, firsts).size();
  }

  /** The first keys that occur with more than one second key. */
  List<Long> listFirstsWithSeveralSeconds() {
    return several(firsts, seconds);
  }

  private List<Long> several(long[] keys, long[] counterparts) {
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted((a, b) -> Long.compare(keys[a], keys[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    List<Long> several = new ArrayList<>();
    for (int start = 0; start < size; ) {
      int end = start;
      boolean differs = false;
      while (end < size && keys[order[end]] == keys[order[start]]) {
        differs |= counterparts[order[end]] != counterparts[order[start]];
        end++;
      }
      if (differs) {
        several.add(keys[order[start]]);
      }
      start = end;
    }
    return several;
  }
}
