package ballast.app.align;

import ballast.bitext.BlockType;
import ballast.bitext.Side;

/**
 * A move in the list of beads of an {@link OpenArticle}. Beads are counted from 0, as they are
 * shown.
 *
 * <p>The beads that a move makes are fixed: they are {@linkplain ballast.memory.PinnedBead pinned}
 * with the author and the time of the move. All other beads stay as they are, except where a move
 * says that the aligner places them: then it looks at the beads that are not fixed, at most 150 on
 * either side.
 */
public sealed interface BeadMove {

  /**
   * Makes one bead of several neighbouring ones.
   *
   * @param first the first of them
   * @param last the last of them, included
   */
  record Merge(int first, int last) implements BeadMove {
    @Override
    public String done() {
      return "joined";
    }
  }

  /**
   * Makes two beads of one. A half may have no sentences on one side, but not on both. A sentence
   * that is cut becomes two, one in either half, and stays so until the halves are in one bead
   * again.
   *
   * @param source how much of the source is in the first half
   * @param target how much of the target is in the first half
   */
  record Split(int bead, Cut source, Cut target) implements BeadMove {
    @Override
    public String done() {
      return "split";
    }
  }

  /**
   * A place in one side of a bead.
   *
   * @param sentences whole sentences before it
   * @param offset UTF-16 units of the next sentence before it; 0: it is between sentences
   */
  record Cut(int sentences, int offset) {

    public Cut {
      if (sentences < 0 || offset < 0) {
        throw new IllegalArgumentException("cut at " + sentences + ", " + offset);
      }
    }

    /** The place behind so many sentences. */
    public static Cut after(int sentences) {
      return new Cut(sentences, 0);
    }
  }

  /** The last sentence of a side goes to the next bead. */
  record ShiftDown(int bead, Side side) implements BeadMove {
    @Override
    public String done() {
      return "shifted";
    }
  }

  /** The first sentence of the next bead on a side comes up to this bead. */
  record ShiftUp(int bead, Side side) implements BeadMove {
    @Override
    public String done() {
      return "shifted";
    }
  }

  /**
   * The sentences of a side go down from this bead on, as if an empty cell were put in: the other
   * side of the bead stands alone, and the aligner finds new places for the sentences down to the
   * next fixed bead.
   *
   * @param side the side that goes down
   */
  record ShiftRest(int bead, Side side) implements BeadMove {
    @Override
    public String done() {
      return "shifted";
    }
  }

  /** The bead and the next one exchange their targets. */
  record Swap(int bead) implements BeadMove {
    @Override
    public String done() {
      return "swapped";
    }
  }

  /** Makes two beads of one: its source without a target, and its target without a source. */
  record Unlink(int bead) implements BeadMove {
    @Override
    public String done() {
      return "unlinked";
    }
  }

  /**
   * Makes one bead of a source without a target and a target without a source, in either order,
   * also when others are between them.
   */
  record Link(int bead, int other) implements BeadMove {
    @Override
    public String done() {
      return "linked";
    }
  }

  /**
   * A person has seen that these beads are right; their units become approved. Code and marks are
   * passed over.
   *
   * @param first the first of them
   * @param last the last of them, included
   */
  record Confirm(int first, int last) implements BeadMove {
    @Override
    public String done() {
      return "confirmed";
    }
  }

  /**
   * Confirms the units of which the aligner is sure and that nobody has fixed.
   *
   * @param minConfidence the least confidence, in [0, 1]
   */
  record ConfirmSure(double minConfidence) implements BeadMove {
    @Override
    public String done() {
      return "confirmed";
    }
  }

  /**
   * The bead is no longer fixed: the aligner decides. If it has a part of a sentence, the beads
   * with the other parts are released too.
   */
  record Release(int bead) implements BeadMove {
    @Override
    public String done() {
      return "released";
    }
  }

  /**
   * Says what a text is. The type is that of its whole blocks, for example of the paragraph in
   * which its sentences are.
   *
   * @param type {@code PARAGRAPH}, {@code HEADING} or {@code FURNITURE}, which is never a unit
   */
  record SetType(int bead, BlockType type) implements BeadMove {
    @Override
    public String done() {
      return "marked";
    }

    public SetType {
      if (type != BlockType.PARAGRAPH && type != BlockType.HEADING && type != BlockType.FURNITURE) {
        throw new IllegalArgumentException("type " + type);
      }
    }
  }

  /**
   * Releases those of the beads that are neither confirmed nor have a type that a person has set,
   * and has the aligner decide on what lies between the others.
   *
   * @param first the first of them
   * @param last the last of them, included
   */
  record Realign(int first, int last) implements BeadMove {
    @Override
    public String done() {
      return "realigned";
    }
  }

  /** What it has done, as the log of commands names it: {@code joined}, {@code split}. */
  String done();

  /** Merges a bead with the next one. */
  static BeadMove mergeWithNext(int bead) {
    return new Merge(bead, bead + 1);
  }

  /**
   * Splits a bead between sentences.
   *
   * @param sourceSentences how many source sentences are in the first half
   * @param targetSentences how many target sentences are in the first half
   */
  static BeadMove splitBetween(int bead, int sourceSentences, int targetSentences) {
    return new Split(bead, Cut.after(sourceSentences), Cut.after(targetSentences));
  }

  /**
   * Splits a bead inside a sentence.
   *
   * @param side the side of the sentence
   * @param sentence its position in that side of the bead, from 0
   * @param offset UTF-16 units of the sentence that are in the first half
   * @param otherSentences how many sentences of the other side are in the first half
   */
  static BeadMove splitInside(int bead, Side side, int sentence, int offset, int otherSentences) {
    Cut inside = new Cut(sentence, offset);
    Cut other = Cut.after(otherSentences);
    return side == Side.SOURCE ? new Split(bead, inside, other) : new Split(bead, other, inside);
  }
}
