package ballast.language.matching;

import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds which sentences of two versions of a text correspond, without ids: the best way through
 * both; then what has moved; then what was written anew in its place. Where there is very much,
 * sentences that stayed are anchors, and between them the way is looked for near sentences that
 * share a rare word. A sentence whose equal is in the other version, too, is paired with that.
 */
public final class SentenceMatcher {

  /** How many sentences the way through a very long stretch may lead beside its middle. */
  public static final int REACH = 24;

  /** Above this number of possible pairs not all of them are looked at. */
  private static final long MOST_CELLS = 1_000_000;

  /** A stretch that is not very long may be searched more widely: so many pairs in all. */
  private static final int WIDE_CELLS = 120_000;

  private final List<Item> before;
  private final List<Item> after;
  private final Likeness likeness;
  private final Demands demands;

  public SentenceMatcher(List<Item> before, List<Item> after, Likeness likeness, Demands demands) {
    this.before = List.copyOf(before);
    this.after = List.copyOf(after);
    this.likeness = likeness;
    this.demands = demands;
  }

  /** The pairs: every sentence is in exactly one. In the order of {@link PairOrder}. */
  public List<Pair> pairs() {
    List<Pair> equal = EqualsFirst.byText(before, after, likeness).of(inOrder());
    List<Pair> still = EqualsFirst.byKey(before, after, likeness).of(equal);
    List<Pair> pairs =
        PairOrder.sorted(new MovedSentences(before, after, likeness, demands).pairUp(still));
    return demands.replaced() > 1
        ? pairs
        : new RewrittenSentences(before, after, likeness, demands).pairUp(pairs);
  }

  /** The best way through both, before anything is paired that has moved. */
  List<Pair> inOrder() {
    Twins twins = new Twins(before, after);
    PairLattice lattice = new PairLattice(before, after, twins, likeness, demands);
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
    addStretch(lattice, new Range(a, before.size()), new Range(b, after.size()), pairs);
    return pairs;
  }

  private List<int[]> anchors(Twins twins) {
    List<int[]> anchors = new Anchors(before, after).find();
    if ((long) before.size() * after.size() > MOST_CELLS) {
      return anchors;
    }
    // The lattice sees what stayed as well, and is not led astray by a sentence that has moved.
    return new CertainRuns(new ItemWords(likeness), twins)
        .among(anchors, before.size(), after.size());
  }

  private void addStretch(PairLattice lattice, Range old, Range revised, List<Pair> pairs) {
    if ((long) old.size() * revised.size() <= MOST_CELLS) {
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
