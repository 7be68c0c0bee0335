package ballast.language.matching;

import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the corresponding sentences of two versions of a text without ids: first the best pairing
 * in order, then moved sentences, then sentences rewritten in place. In long texts unchanged
 * sentences serve as anchors, and between them the search is limited to the neighbourhood of
 * sentences that share a rare word. A sentence with an equal in the other version is paired with
 * that equal.
 */
public final class SentenceMatcher {

  /**
   * How far, in sentences, the path through a very long stretch may deviate from the expected line.
   */
  public static final int REACH = 24;

  /** Above this number of possible pairs not all of them are examined. */
  private static final long MAX_CELLS = 1_000_000;

  /** A shorter stretch is searched more widely, up to this number of pairs in all. */
  private static final int WIDE_CELLS = 120_000;

  private final List<Item> oldItems;
  private final List<Item> newItems;
  private final Likeness likeness;
  private final Demands demands;

  public SentenceMatcher(
      List<Item> oldItems, List<Item> newItems, Likeness likeness, Demands demands) {
    this.oldItems = List.copyOf(oldItems);
    this.newItems = List.copyOf(newItems);
    this.likeness = likeness;
    this.demands = demands;
  }

  /** The pairs, in the order of {@link PairOrder}; every sentence is in exactly one. */
  public List<Pair> pairs() {
    List<Pair> equal = EqualsFirst.byText(oldItems, newItems, likeness).of(inOrder());
    List<Pair> equalOrSameKey = EqualsFirst.byKey(oldItems, newItems, likeness).of(equal);
    List<Pair> pairs =
        PairOrder.sorted(
            new MovedSentences(oldItems, newItems, likeness, demands).pairUp(equalOrSameKey));
    return demands.replaced() > 1
        ? pairs
        : new RewrittenSentences(oldItems, newItems, likeness, demands).pairUp(pairs);
  }

  /** The best pairing in order, before moved sentences are paired. */
  List<Pair> inOrder() {
    Twins twins = new Twins(oldItems, newItems);
    PairLattice lattice = new PairLattice(oldItems, newItems, twins, likeness, demands);
    List<Pair> pairs = new ArrayList<>();
    int a = 0;
    int b = 0;
    for (int[] anchor : anchors(twins)) {
      addStretch(lattice, new Range(a, anchor[0]), new Range(b, anchor[1]), pairs);
      Range old = new Range(anchor[0], anchor[0] + 1);
      pairs.add(new Pair(old, new Range(anchor[1], anchor[1] + 1), 1, false));
      a = anchor[0] + 1;
      b = anchor[1] + 1;
    }
    addStretch(lattice, new Range(a, oldItems.size()), new Range(b, newItems.size()), pairs);
    return pairs;
  }

  private List<int[]> anchors(Twins twins) {
    List<int[]> anchors = new Anchors(oldItems, newItems).find();
    if ((long) oldItems.size() * newItems.size() > MAX_CELLS) {
      return anchors;
    }
    // Where the lattice can examine everything, only certain anchors are used: a moved sentence
    // could mislead the others.
    return new CertainRuns(new ItemWords(likeness), twins)
        .among(anchors, oldItems.size(), newItems.size());
  }

  private void addStretch(PairLattice lattice, Range old, Range revised, List<Pair> pairs) {
    if ((long) old.size() * revised.size() <= MAX_CELLS) {
      lattice.addPairs(old, revised, pairs);
    } else {
      pairs.addAll(lattice.pairs(old, revised, band(old, revised)));
    }
  }

  private Band band(Range old, Range revised) {
    List<int[]> chain = new WordChain(likeness, demands.inOrder()).find(old, revised);
    int reach = Math.max(REACH, WIDE_CELLS / old.size());
    return Band.around(chain, old.size(), revised.size(), reach);
  }
}
