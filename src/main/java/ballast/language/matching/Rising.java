package ballast.language.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Selects points whose two positions both ascend. */
final class Rising {

  private Rising() {}

  /**
   * A longest subsequence with ascending old positions (Fredman 1975, n log n).
   *
   * @param list old and new position of each point, by ascending new position
   */
  static List<int[]> of(List<int[]> list) {
    int[] last = new int[list.size()];
    int[] previous = new int[list.size()];
    int length = 0;
    for (int k = 0; k < list.size(); k++) {
      int value = list.get(k)[0];
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (list.get(last[middle])[0] < value) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[k] = low == 0 ? -1 : last[low - 1];
      last[low] = k;
      length = Math.max(length, low + 1);
    }
    List<int[]> rising = new ArrayList<>();
    for (int k = length == 0 ? -1 : last[length - 1]; k >= 0; k = previous[k]) {
      rising.add(list.get(k));
    }
    Collections.reverse(rising);
    return rising;
  }
}
