package ballast.memory.fuzzy;

/**
 * Finds the slots of a part whose texts may match a query: those with at least {@code T(n)} of its
 * grams (see {@link Grams}). It goes by the octet of slots where the lists are in memory ({@link
 * OctetFilter}), and by the slot where they must be decoded ({@link SlotFilter}).
 *
 * <p>Reused from search to search; for one thread.
 */
public final class CountFilter {

  private final Grams grams = new Grams();
  private final KeptLists memory;
  private final SlotFilter slots = new SlotFilter();
  private final OctetFilter octets = new OctetFilter();
  private final Candidates candidates = new Candidates();
  private PostingList[] lists = new PostingList[1 << 7];

  /**
   * @param capacity how many bytes of lists to keep in memory; 0 for none
   */
  public CountFilter(long capacity) {
    memory = new KeptLists(capacity);
  }

  /** Forgets what it knows of parts: they may be gone. */
  public void clear() {
    memory.clear();
    octets.clear();
  }

  /**
   * Finds the slots that may match; {@link #slot} tells which.
   *
   * @param query cut by the part's measure, with at least one symbol
   * @param threshold from {@link Score#LEAST} to {@link Score#FULL}
   * @return how many there are
   */
  public int find(Part part, Symbols query, int threshold, Effort effort) {
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

  /** A slot that the last search found; they rise. */
  public int slot(int index) {
    return candidates.slot(index);
  }

  /** Returns how many slots were decoded. */
  private long search(Window window, Effort effort) {
    int count = grams.size();
    if (lists.length < count) {
      lists = new PostingList[count * 2];
    }
    int kept = 0;
    for (int i = 0; i < count; i++) {
      lists[i] = window.part().find(grams.key(i));
      kept += memory.find(window.part(), lists[i], effort) == null ? 0 : 1;
    }
    return kept > count / 2 && count <= OctetFilter.MOST_LISTS
        ? octets.find(window, lists, count, candidates)
        : slots.find(window, lists, count, candidates);
  }
}
