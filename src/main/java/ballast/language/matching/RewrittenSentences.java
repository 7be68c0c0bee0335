package ballast.language.matching;

import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * Pairs a removed sentence with a sentence added in the same place, between two that stayed in
 * place: it has been rewritten.
 */
final class RewrittenSentences {

  private final List<Item> oldItems;
  private final List<Item> newItems;
  private final Likeness likeness;
  private final Demands demands;

  RewrittenSentences(List<Item> oldItems, List<Item> newItems, Likeness likeness, Demands demands) {
    this.oldItems = oldItems;
    this.newItems = newItems;
    this.likeness = likeness;
    this.demands = demands;
  }

  /**
   * @param pairs the pairs in the order of {@link PairOrder#sorted}
   */
  List<Pair> pairUp(List<Pair> pairs) {
    List<Pair> joined = new ArrayList<>();
    int at = 0;
    while (at < pairs.size()) {
      int end = at;
      while (end < pairs.size() && pairs.get(end).isOneSided()) {
        end++;
      }
      if (end - at == 2 && isReplaced(pairs.get(at), pairs.get(at + 1))) {
        Range old = pairs.get(at).old().isEmpty() ? pairs.get(at + 1).old() : pairs.get(at).old();
        Range revised =
            pairs.get(at).old().isEmpty() ? pairs.get(at).revised() : pairs.get(at + 1).revised();
        joined.add(new Pair(old, revised, similarity(old, revised), false));
        at = end;
      } else {
        joined.addAll(pairs.subList(at, Math.max(end, at + 1)));
        at = Math.max(end, at + 1);
      }
    }
    return joined;
  }

  private boolean isReplaced(Pair one, Pair other) {
    if (one.old().isEmpty() == other.old().isEmpty()) {
      return false;
    }
    Range old = one.old().isEmpty() ? other.old() : one.old();
    Range revised = one.old().isEmpty() ? one.revised() : other.revised();
    return oldItems.get(old.start()).type() == newItems.get(revised.start()).type()
        && similarity(old, revised) >= demands.replaced();
  }

  private double similarity(Range old, Range revised) {
    return likeness.of(old.start(), old.end(), revised.start(), revised.end());
  }
}
