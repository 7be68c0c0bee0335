package ballast.revise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sentences that are in both versions, equally often. Each of them belongs to an equal one: a
 * sentence that stayed is never taken for an edited one.
 */
final class Twins {

  private final List<Sentence> before;
  private final List<Sentence> after;
  private final Map<String, int[]> counts = new HashMap<>();

  Twins(List<Sentence> before, List<Sentence> after) {
    this.before = before;
    this.after = after;
    before.forEach(s -> counts.computeIfAbsent(s.text(), text -> new int[2])[0]++);
    after.forEach(s -> counts.computeIfAbsent(s.text(), text -> new int[2])[1]++);
  }

  boolean areTwins(int old, int revised) {
    return before.get(old).text().equals(after.get(revised).text());
  }

  /** Whether one of these sentences has a twin. */
  boolean holds(int oldStart, int oldEnd, int newStart, int newEnd) {
    return holds(before, oldStart, oldEnd) || holds(after, newStart, newEnd);
  }

  private boolean holds(List<Sentence> sentences, int start, int end) {
    for (int i = start; i < end; i++) {
      int[] count = counts.get(sentences.get(i).text());
      if (count != null && count[0] == count[1]) {
        return true;
      }
    }
    return false;
  }
}
