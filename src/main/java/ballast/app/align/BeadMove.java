package ballast.app.align;

import ballast.bitext.BlockType;
import ballast.bitext.Side;
import java.util.function.Consumer;

/**
 * A move in the list of beads of an {@link OpenArticle}. Beads are numbered from 0, as shown.
 *
 * <p>The beads that a move makes are fixed: they are {@linkplain ballast.memory.PinnedBead pinned}
 * with the author and the time of the move. All other beads stay unchanged unless the move has the
 * aligner place them. The aligner then considers the beads that are not fixed, at most 150 on
 * either side.
 */
public final class BeadMove {

  private final String verb;
  private final Consumer<Rearrangement> steps;

  private BeadMove(String verb, Consumer<Rearrangement> steps) {
    this.verb = verb;
    this.steps = steps;
  }

  /** The verb for the history of commands. */
  public String verb() {
    return verb;
  }

  Rearrangement in(Rearrangement beads) {
    steps.accept(beads);
    return beads;
  }

  @Override
  public String toString() {
    return verb;
  }

  /** Makes one bead of several neighbouring ones, the last included. */
  public static BeadMove merge(int first, int last) {
    return new BeadMove("joined", beads -> beads.merge(first, last));
  }

  /**
   * Makes two beads of one. A half may have no sentences on one side, but not on both. A sentence
   * that is cut becomes two, one in either half, and stays divided until the halves are in one bead
   * again.
   */
  public static BeadMove split(int bead, Cut source, Cut target) {
    return new BeadMove("split", beads -> beads.split(bead, source, target));
  }

  /** Moves the last sentence of a side to the next bead. */
  public static BeadMove shiftDown(int bead, Side side) {
    return shift(bead, side, 1);
  }

  /** Moves the first sentence of a side of the next bead up to this bead. */
  public static BeadMove shiftUp(int bead, Side side) {
    return shift(bead, side, -1);
  }

  /**
   * Moves the boundary between this bead and the next on one side.
   *
   * @param sentences number of sentences to move down; negative to move up
   */
  public static BeadMove shift(int bead, Side side, int sentences) {
    return new BeadMove("shifted", beads -> beads.shift(bead, side, sentences));
  }

  /**
   * Moves the sentences of a side down from this bead on, as if an empty cell were inserted. The
   * other side of the bead becomes unmatched, and the aligner places the sentences down to the next
   * fixed bead.
   */
  public static BeadMove shiftRest(int bead, Side side) {
    return new BeadMove("shifted", beads -> beads.shiftRest(bead, side));
  }

  /** Exchanges the targets of the bead and the next one. */
  public static BeadMove swap(int bead) {
    return new BeadMove("swapped", beads -> beads.swap(bead));
  }

  /** Makes two beads of one: its source without a target, and its target without a source. */
  public static BeadMove unlink(int bead) {
    return new BeadMove("unlinked", beads -> beads.unlink(bead));
  }

  /**
   * Makes one bead of an unmatched source and an unmatched target, in either order, even with
   * others between them.
   */
  public static BeadMove link(int bead, int other) {
    return new BeadMove("linked", beads -> beads.link(bead, other));
  }

  /** Confirms beads, the last included; code and marks are skipped. No status changes. */
  public static BeadMove confirm(int first, int last) {
    return new BeadMove("confirmed", beads -> beads.confirm(first, last));
  }

  /** Confirms the units with at least this confidence, in [0, 1], except fixed ones. */
  public static BeadMove confirmSure(double minConfidence) {
    return new BeadMove("confirmed", beads -> beads.confirmSure(minConfidence));
  }

  /**
   * Releases a fixed bead for the aligner to decide. If it has a part of a sentence, the beads with
   * the other parts are released too.
   */
  public static BeadMove release(int bead) {
    return new BeadMove("released", beads -> beads.release(bead));
  }

  /**
   * Sets the type of a text. It applies to whole blocks, for example to the paragraph of its
   * sentences.
   *
   * @param type {@code PARAGRAPH}, {@code HEADING} or {@code FURNITURE}, which is never a unit
   */
  public static BeadMove setType(int bead, BlockType type) {
    if (type != BlockType.PARAGRAPH && type != BlockType.HEADING && type != BlockType.FURNITURE) {
      throw new IllegalArgumentException("type " + type);
    }
    return new BeadMove("marked", beads -> beads.setType(bead, type));
  }

  /**
   * Releases the beads that are neither confirmed nor have a type set by a person, and has the
   * aligner decide about the stretches between the others.
   *
   * @param last the last of them, included
   */
  public static BeadMove realign(int first, int last) {
    return new BeadMove("realigned", beads -> beads.realign(first, last));
  }
}
