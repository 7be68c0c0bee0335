package ballast.likeness.index;

import ballast.likeness.Score;
import ballast.likeness.Symbols;

/**
 * Finds the slots of a part whose texts may match a query: those whose grams in common with it
 * weigh at least {@code T(n)} (see {@link Grams}). For lists in memory it counts octets of slots
 * ({@link OctetFilter}), for lists that must be decoded single slots ({@link SlotFilter}).
 *
 * <p>Reused from search to search; for one thread.
 */
public final class CountFilter {

  private final Grams grams = new Grams();
  private final CachedLists memory;
  private final SlotFilter slots = new SlotFilter();
  private final OctetFilter octets = new OctetFilter();
  private final Candidates candidates = new Candidates();
  private final QueryLists lists = new QueryLists();

  /**
   * @param capacity how many bytes of lists to keep in memory; 0 for none
   */
  public CountFilter(long capacity) {
    memory = new CachedLists(capacity);
  }

  /** Clears all data about parts, which may no longer exist. */
  public void clear() {
    memory.clear();
    lists.clear();
    slots.clear();
    octets.clear();
  }

  /**
   * Finds the slots that may match; {@link #slot} tells which.
   *
   * @param query cut by the part's measure, with at least one symbol
   * @param threshold from {@link Score#MIN_THRESHOLD} to {@link Score#FULL}
   * @return their number
   */
  public int find(IndexPart part, Symbols query, int threshold, Effort effort) {
    effort.search();
    candidates.clear();
    int shortest = Score.shortest(threshold, query.size());
    int longest = Score.longest(threshold, query.size());
    int from = part.firstSlot(shortest);
    int to = longest == Integer.MAX_VALUE ? part.slots() : part.firstSlot(longest + 1);
    if (from < to) {
      grams.read(query);
      Bound bound = new Bound(grams, query.size(), threshold);
      effort.postings(search(new Window(part, bound, from, to), effort));
      effort.candidates(candidates.size());
    }
    return candidates.size();
  }

  /** Announces what {@link #find} will read of a part's dictionary. */
  public void wantPages(IndexPart part, Symbols query) {
    grams.read(query);
    for (int i = 0; i < grams.size(); i++) {
      part.want(grams.key(i));
    }
  }

  /** Announces what {@link #find} may read of a part's lists, by its dictionary. */
  public void wantLists(IndexPart part, Symbols query, int threshold) {
    int longest = Score.longest(threshold, query.size());
    int from = part.firstSlot(Score.shortest(threshold, query.size()));
    int to = longest == Integer.MAX_VALUE ? part.slots() : part.firstSlot(longest + 1);
    if (from >= to) {
      return;
    }
    grams.read(query);
    for (int i = 0; i < grams.size(); i++) {
      PostingList list = part.find(grams.key(i));
      if (list.kept() == null) {
        boolean whole = memory.wouldTake(part, list);
        list.want(part.source(), whole ? 0 : from, whole ? part.slots() : to);
      }
    }
  }

  /** A slot that the last search found; they rise. */
  public int slot(int index) {
    return candidates.slot(index);
  }

  /** Returns the number of slots decoded. */
  private long search(Window window, Effort effort) {
    int kept = 0;
    lists.clear();
    for (int i = 0; i < grams.size(); i++) {
      PostingList list = window.part().find(grams.key(i));
      kept += memory.find(window.part(), list, effort) == null ? 0 : 1;
      lists.add(list, grams.weight(i));
    }
    return kept > lists.size() / 2 && lists.weight() <= Grams.MAX_WEIGHT
        ? octets.find(window, lists, candidates)
        : slots.find(window, lists, candidates);
  }
}
