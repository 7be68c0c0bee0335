package ballast.app.align;

import ballast.bitext.BlockType;
import ballast.bitext.Side;
import java.util.Map;
import java.util.Objects;

/**
 * A move in the list of beads of an {@link OpenArticle}. Beads are numbered from 0, as shown.
 *
 * <p>The beads that a move makes are fixed: they are {@linkplain ballast.memory.PinnedBead pinned}
 * with the author and the time of the move. All other beads stay unchanged unless the move has the
 * aligner place them. The aligner then considers the beads that are not fixed, at most 150 on
 * either side.
 */
public sealed interface BeadMove {

  /** Makes one bead of several neighbouring ones, the last included. */
  record Merge(int first, int last) implements BeadMove {}

  /**
   * Makes two beads of one. A half may have no sentences on one side, but not on both. A sentence
   * that is cut becomes two, one in either half, and stays divided until the halves are in one bead
   * again.
   */
  record Split(int bead, Cut source, Cut target) implements BeadMove {}

  /**
   * A position in one side of a bead.
   *
   * @param sentences number of whole sentences before it
   * @param offset UTF-16 units of the next sentence before it; 0: between sentences
   */
  record Cut(int sentences, int offset) {

    public Cut {
      if (sentences < 0 || offset < 0) {
        throw new IllegalArgumentException("cut at " + sentences + ", " + offset);
      }
    }

    public static Cut after(int sentences) {
      return new Cut(sentences, 0);
    }
  }

  /** Moves the last sentence of a side to the next bead. */
  record ShiftDown(int bead, Side side) implements BeadMove {}

  /** Moves the first sentence of a side of the next bead up to this bead. */
  record ShiftUp(int bead, Side side) implements BeadMove {}

  /**
   * Moves the sentences of a side down from this bead on, as if an empty cell were inserted. The
   * other side of the bead becomes unmatched, and the aligner places the sentences down to the next
   * fixed bead.
   */
  record ShiftRest(int bead, Side side) implements BeadMove {}

  /** Exchanges the targets of the bead and the next one. */
  record Swap(int bead) implements BeadMove {}

  /** Makes two beads of one: its source without a target, and its target without a source. */
  record Unlink(int bead) implements BeadMove {}

  /**
   * Makes one bead of an unmatched source and an unmatched target, in either order, even with
   * others between them.
   */
  record Link(int bead, int other) implements BeadMove {}

  /** Confirms beads, the last included; code and marks are skipped. No status changes. */
  record Confirm(int first, int last) implements BeadMove {}

  /** Confirms the units with at least this confidence, in [0, 1], except fixed ones. */
  record ConfirmSure(double minConfidence) implements BeadMove {}

  /**
   * Releases a fixed bead for the aligner to decide. If it has a part of a sentence, the beads with
   * the other parts are released too.
   */
  record Release(int bead) implements BeadMove {}

  /**
   * Sets the type of a text. It applies to whole blocks, for example to the paragraph of its
   * sentences.
   *
   * @param type {@code PARAGRAPH}, {@code HEADING} or {@code FURNITURE}, which is never a unit
   */
  record SetType(int bead, BlockType type) implements BeadMove {
    public SetType {
      if (type != BlockType.PARAGRAPH && type != BlockType.HEADING && type != BlockType.FURNITURE) {
        throw new IllegalArgumentException("type " + type);
      }
    }
  }

  /**
   * Releases the beads that are neither confirmed nor have a type set by a person, and has the
   * aligner decide about the stretches between the others.
   *
   * @param last the last of them, included
   */
  record Realign(int first, int last) implements BeadMove {}

  /** Verbs for the command history. */
  Map<Class<? extends BeadMove>, String> VERBS =
      Map.ofEntries(
          Map.entry(Merge.class, "joined"),
          Map.entry(Split.class, "split"),
          Map.entry(ShiftDown.class, "shifted"),
          Map.entry(ShiftUp.class, "shifted"),
          Map.entry(ShiftRest.class, "shifted"),
          Map.entry(Swap.class, "swapped"),
          Map.entry(Unlink.class, "unlinked"),
          Map.entry(Link.class, "linked"),
          Map.entry(Confirm.class, "confirmed"),
          Map.entry(ConfirmSure.class, "confirmed"),
          Map.entry(Release.class, "released"),
          Map.entry(SetType.class, "marked"),
          Map.entry(Realign.class, "realigned"));

  default String verb() {
    return Objects.requireNonNull(VERBS.get(getClass()));
  }
}
