package ballast.workflow.edit;

import ballast.bitext.Bead;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which beads have parts of the same sentence, because a person has divided it. Such beads can only
 * be released together: a part is found again by the other parts beside it. Immutable.
 */
final class SharedSentences {

  /** By bead, the beads with which it shares a sentence on one side. */
  private final Map<Integer, Set<Integer>> shared = new HashMap<>();

  SharedSentences(OpenArticle article) {
    List<Bead> beads = article.beads();
    add(article.alignment().source(), article.read().sources(), beads, Bead::source);
    add(article.alignment().target(), article.read().targets(), beads, Bead::target);
  }

  private void add(
      List<Segment> parts, List<Segment> whole, List<Bead> beads, Function<Bead, Range> side) {
    if (parts.size() == whole.size()) {
      return;
    }
    int[] beadOf = new int[parts.size()];
    for (int b = 0; b < beads.size(); b++) {
      Range range = side.apply(beads.get(b));
      for (int i = range.start(); i < range.end(); i++) {
        beadOf[i] = b;
      }
    }
    int next = 0;
    for (Segment sentence : whole) {
      List<Integer> having = new ArrayList<>();
      while (next < parts.size() && parts.get(next).span().end() <= sentence.span().end()) {
        having.add(beadOf[next]);
        next++;
      }
      for (int bead : having) {
        if (having.size() > 1) {
          shared.computeIfAbsent(bead, b -> new HashSet<>()).addAll(having);
        }
      }
    }
  }

  /** A bead and all that share sentences with it, also by way of others. */
  Set<Integer> with(int bead) {
    Set<Integer> all = new HashSet<>(Set.of(bead));
    Deque<Integer> open = new ArrayDeque<>(all);
    while (!open.isEmpty()) {
      for (int other : shared.getOrDefault(open.pop(), Set.of())) {
        if (all.add(other)) {
          open.push(other);
        }
      }
    }
    return all;
  }
}
