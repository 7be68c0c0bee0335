package ballast.memory.store;

import ballast.bitext.BlockType;
import ballast.language.matching.Demands;
import ballast.language.matching.Item;
import ballast.language.matching.Pair;
import ballast.language.matching.SentenceMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides which unit of a new revision is which unit of the one before: as {@link SentenceMatcher}
 * pairs them, single units only. Pure computation.
 *
 * <p>The likeness of two units is the mean of the {@link WordBag} similarities of their source and
 * of their target texts; below {@value #RELATED} they are not related. Finally, a unit is matched
 * with one of the same source text anywhere.
 */
final class RevisionMatcher {

  static final double RELATED = 0.5;

  /** Units in different places must be more similar to be matched. */
  private static final double ELSEWHERE = 0.65;

  private static final Demands UNITS =
      new Demands(RELATED, ELSEWHERE, RELATED, Demands.NEVER, false);

  private static final int NONE = -1;

  private final int[] beforeOf;
  private final boolean[] taken;
  private final boolean[] moved;
  private final long comparisons;

  private RevisionMatcher(List<TextPair> before, List<TextPair> after) {
    this.beforeOf = new int[after.size()];
    this.taken = new boolean[before.size()];
    this.moved = new boolean[after.size()];
    Arrays.fill(beforeOf, NONE);
    Map<TextPair, Integer> pairs = new HashMap<>();
    Map<String, Integer> sources = new HashMap<>();
    UnitLikeness likeness = new UnitLikeness(before, after);
    List<Item> olds = items(before, pairs, sources);
    List<Item> news = items(after, pairs, sources);
    for (Pair pair : new SentenceMatcher(olds, news, likeness, UNITS).pairs()) {
      if (!pair.isOneSided()) {
        int old = pair.old().start();
        int revised = pair.revised().start();
        beforeOf[revised] = old;
        taken[old] = true;
        moved[revised] = pair.moved() && before.get(old).equals(after.get(revised));
      }
    }
    this.comparisons = likeness.comparisons();
  }

  private static List<Item> items(
      List<TextPair> units, Map<TextPair, Integer> pairs, Map<String, Integer> sources) {
    List<Item> items = new ArrayList<>();
    for (TextPair unit : units) {
      int text = pairs.computeIfAbsent(unit, u -> pairs.size());
      int source = sources.computeIfAbsent(unit.source(), s -> sources.size());
      items.add(new Item(text, items.size(), BlockType.PARAGRAPH, source));
    }
    return items;
  }

  /** Matches two revisions; both lists in document order. */
  static RevisionMatcher match(List<TextPair> before, List<TextPair> after) {
    return new RevisionMatcher(before, after);
  }

  /** The old unit that the new unit at {@code index} is; -1 when it is none of them. */
  int beforeOf(int index) {
    return beforeOf[index];
  }

  /** Whether the old unit at {@code index} is one of the new ones. */
  boolean isKept(int index) {
    return taken[index];
  }

  /**
   * Whether the new unit at {@code index} has the texts of an old one but stands in another order.
   */
  boolean isMoved(int index) {
    return moved[index];
  }

  /** How many pairs of units were compared by similarity. */
  long comparisons() {
    return comparisons;
  }
}
