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
    List<@Nullable StoredPin> found = Arrays.asList(new @Nullable StoredPin[after.size()]);
    RevisionPlan.match(before, StoredPin::bead, after, Function.identity(), found);
    long[] earlier = found.stream().mapToLong(pin -> pin == null ? 0 : pin.rank()).toArray();
    long[] ranks = Ranks.of(earlier);
    Function<PinnedBead, PinIdentity> identity = PinIdentity::of;
    RevisionPlan.match(before, identity.compose(StoredPin::bead), after, identity, found);
    List<Added> added = new ArrayList<>();
    Set<Long> staying = new HashSet<>();
    for (int i = 0; i < after.size(); i++) {
      StoredPin old = found.get(i);
      if (old != null && ranks[i] == earlier[i]) {
        staying.add(old.id());
      } else {
        added.add(new Added(after.get(i), ranks[i], old == null ? 0 : old.id()));
      }
    }
    return new PinPlan(
        added, before.stream().map(StoredPin::id).filter(id -> !staying.contains(id)).toList());
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
