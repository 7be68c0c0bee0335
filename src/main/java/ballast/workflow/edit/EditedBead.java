package ballast.workflow.edit;

import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.Range;
import ballast.memory.PinnedBead;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bead during a move.
 *
 * @param source positions in the source sentences; may be empty
 * @param target positions in the target sentences; may be empty if the source is not
 * @param old the bead as the aligner made it; null if the move has made it
 * @param fixed what a person has said about it; null if nothing
 */
record EditedBead(Range source, Range target, @Nullable Bead old, @Nullable Fixed fixed) {

  static final Range NONE = new Range(0, 0);

  /**
   * What a person has said about a bead: see {@link PinnedBead}.
   *
   * @param confirmed whether it is right
   * @param type what its blocks are; null: as they were read
   * @param author who says so
   * @param time when
   */
  record Fixed(boolean confirmed, @Nullable BlockType type, String author, Instant time) {

    static Fixed of(PinnedBead pin) {
      return new Fixed(pin.confirmed(), pin.type(), pin.author(), pin.time());
    }
  }

  EditedBead {
    source = source.isEmpty() ? NONE : source;
    target = target.isEmpty() ? NONE : target;
  }

  boolean isOneSided() {
    return source.isEmpty() || target.isEmpty();
  }

  /** The bead in its place; empty sides stand where the sides before them end. */
  Bead in(int sourceBefore, int targetBefore, boolean moved) {
    Range from = source.isEmpty() ? new Range(sourceBefore, sourceBefore) : source;
    Range to = target.isEmpty() ? new Range(targetBefore, targetBefore) : target;
    Fixed says = fixed;
    Bead was = old;
    if (says != null) {
      String by = says.author().isEmpty() ? "a person" : says.author();
      return new Bead(from, to, 1, List.of("set by " + by), moved);
    }
    return was == null
        ? new Bead(from, to, 1, List.of(), moved)
        : new Bead(from, to, was.confidence(), was.reasons(), moved);
  }
}
