package ballast.memory.store;

import ballast.language.WhiteSpace;
import ballast.memory.PinnedBead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plans the changes to a document's pinned beads with a revision. Unchanged beads keep their rows.
 * Pure computation.
 *
 * @param taken ids of rows that are no longer in force
 */
record PinPlan(List<Added> added, List<Long> taken) {

  /** Room for new pins between two neighbours before ranks must be assigned again. */
  private static final long STEP = 1 << 20;

  static final PinPlan NONE = new PinPlan(List.of(), List.of());

  /**
   * A row to add.
   *
   * @param continues the row of the same bead at its earlier place; 0 if it was not in force
   */
  record Added(PinnedBead bead, long rank, long continues) {}

  PinPlan {
    added = List.copyOf(added);
    taken = List.copyOf(taken);
  }

  boolean changesNothing() {
    return added.isEmpty() && taken.isEmpty();
  }

  /**
   * Plans a revision.
   *
   * @param before beads in force until now, by rank
   * @param after beads in force from now on, in document order
   */
  static PinPlan of(List<StoredPin> before, List<PinnedBead> after) {
    if (before.stream().map(StoredPin::bead).toList().equals(after)) {
      return NONE;
    }
    @Nullable StoredPin[] same = new StoredPin[after.size()];
    List<@Nullable StoredPin> found = Arrays.asList(same);
    RevisionPlan.match(before, StoredPin::bead, after, Function.identity(), found);
    boolean[] kept = inOrder(same);
    Function<PinnedBead, PinIdentity> identity = PinIdentity::of;
    RevisionPlan.match(before, identity.compose(StoredPin::bead), after, identity, found);
    long[] ranks = ranks(same, kept);
    if (ranks.length < after.size()) {
      Arrays.fill(kept, false);
      ranks = ranks(same, kept);
    }
    List<Added> added = new ArrayList<>();
    Set<Long> staying = new HashSet<>();
    for (int i = 0; i < after.size(); i++) {
      StoredPin old = same[i];
      if (old != null && kept[i]) {
        staying.add(old.id());
      } else {
        added.add(new Added(after.get(i), ranks[i], old == null ? 0 : old.id()));
      }
    }
    return new PinPlan(
        added, before.stream().map(StoredPin::id).filter(id -> !staying.contains(id)).toList());
  }

  /** Marks a longest subsequence with rising ranks. */
  private static boolean[] inOrder(@Nullable StoredPin[] pins) {
    int[] lastOf = new int[pins.length + 1];
    int[] previous = new int[pins.length];
    int longest = 0;
    for (int i = 0; i < pins.length; i++) {
      StoredPin pin = pins[i];
      if (pin == null) {
        continue;
      }
      int low = 0;
      int high = longest;
      while (low < high) {
        int middle = (low + high) >>> 1;
        StoredPin end = pins[lastOf[middle + 1]];
        if (end != null && end.rank() < pin.rank()) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? -1 : lastOf[low];
      lastOf[low + 1] = i;
      longest = Math.max(longest, low + 1);
    }
    boolean[] kept = new boolean[pins.length];
    for (int i = longest == 0 ? -1 : lastOf[longest]; i >= 0; i = previous[i]) {
      kept[i] = true;
    }
    return kept;
  }

  /** Returns a rank for each bead, between the kept ranks; empty if a gap has no room. */
  private static long[] ranks(@Nullable StoredPin[] same, boolean[] kept) {
    long[] ranks = new long[same.length];
    long low = 0;
    int first = 0;
    for (int i = 0; i <= same.length; i++) {
      StoredPin old = i < same.length && kept[i] ? same[i] : null;
      if (old == null && i < same.length) {
        continue;
      }
      int gap = i - first;
      long high = old == null ? low + STEP * (gap + 1) : old.rank();
      if (high - low <= gap) {
        return new long[0];
      }
      for (int k = 0; k < gap; k++) {
        ranks[first + k] = low + (high - low) / (gap + 1) * (k + 1);
      }
      if (old != null) {
        ranks[i] = old.rank();
        low = old.rank();
      }
      first = i + 1;
    }
    return ranks;
  }

  /**
   * A row of the table {@code pin}.
   *
   * @param id its row
   * @param rank its order within the document
   */
  record StoredPin(long id, long rank, PinnedBead bead) {}

  /**
   * Identifies a pinned bead across moves and changes of white space. The guard of the table {@code
   * pin} on a server makes the same comparison.
   */
  record PinIdentity(
      String source, String target, boolean confirmed, String type, String author, Instant time) {

    static PinIdentity of(PinnedBead bead) {
      return new PinIdentity(
          visible(bead.source().text()),
          visible(bead.target().text()),
          bead.confirmed(),
          String.valueOf(bead.type()),
          bead.author(),
          bead.time());
    }

    private static String visible(String text) {
      return text.codePoints()
          .filter(c -> !WhiteSpace.isSpace(c))
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }
  }
}
