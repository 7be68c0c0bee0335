package ballast.workflow.edit;

import ballast.bitext.Bead;
import ballast.bitext.BlockType;
import ballast.bitext.InputException;
import ballast.bitext.Range;
import ballast.bitext.Side;
import ballast.memory.PinnedBead;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Moves beads of an article. Pure computation; for one move. */
final class Rearrangement {

  private final OpenArticle article;
  private final NumberedBeads beads;

  private final BeadChanges changes;

  /**
   * @param author who makes the move; may be empty
   * @param time when, whole seconds
   */
  Rearrangement(OpenArticle article, String author, Instant time) {
    this.article = article;
    this.beads = new NumberedBeads(article);
    this.changes = new BeadChanges(article, author, time);
  }

  /**
   * Makes the move.
   *
   * @throws InputException if it cannot be made
   */
  Rearranged after(BeadMove move) {
    if (move instanceof BeadMove.Merge merge) {
      merge(merge.first(), merge.last());
    } else if (move instanceof BeadMove.Split split) {
      split(split.bead(), split.source(), split.target());
    } else if (move instanceof BeadMove.ShiftDown shift) {
      shift(shift.bead(), shift.side(), /* down= */ true);
    } else if (move instanceof BeadMove.ShiftUp shift) {
      shift(shift.bead(), shift.side(), /* down= */ false);
    } else if (move instanceof BeadMove.ShiftRest shift) {
      shiftRest(shift.bead(), shift.side());
    } else if (move instanceof BeadMove.Swap swap) {
      swap(swap.bead());
    } else if (move instanceof BeadMove.Unlink unlink) {
      unlink(unlink.bead());
    } else if (move instanceof BeadMove.Link link) {
      link(link.bead(), link.other());
    } else {
      mark(move);
    }
    return changes.result();
  }

  /** Moves that leave the beads as they are. */
  private void mark(BeadMove move) {
    if (move instanceof BeadMove.Confirm confirm) {
      beads.checked(confirm.first(), confirm.last()).forEach(this::confirm);
    } else if (move instanceof BeadMove.ConfirmSure sure) {
      confirmSure(sure.minConfidence());
    } else if (move instanceof BeadMove.Release release) {
      release(release.bead());
    } else if (move instanceof BeadMove.SetType set) {
      setType(set.bead(), set.type());
    } else if (move instanceof BeadMove.Realign realign) {
      realign(beads.checked(realign.first(), realign.last()));
    }
  }

  private void merge(int first, int last) {
    List<Integer> merged = beads.checked(first, last);
    if (merged.size() < 2) {
      throw new InputException("one bead alone cannot be merged", "choose two or more");
    }
    take(merged);
    merged.forEach(changes::remove);
    changes.make(
        first, merged, beads.joined(merged, Side.SOURCE), beads.joined(merged, Side.TARGET));
  }

  private void split(int bead, BeadMove.Cut inSource, BeadMove.Cut inTarget) {
    take(List.of(bead));
    CutSentences.Halves from = changes.source().cut(beads.range(bead, Side.SOURCE), inSource);
    CutSentences.Halves to = changes.target().cut(beads.range(bead, Side.TARGET), inTarget);
    if (BeadChanges.isNothing(from.first(), to.first())
        || BeadChanges.isNothing(from.second(), to.second())) {
      throw new InputException(
          "cannot split " + beads.shown(bead) + " there: one half would be empty",
          "split between its sentences, or inside one of them");
    }
    changes.cut(from.sentences(), to.sentences());
    changes.make(bead, List.of(bead), from.first(), to.first());
    changes.make(bead, List.of(bead), from.second(), to.second());
  }

  private void shift(int upper, Side side, boolean down) {
    int lower = upper + 1;
    List<Integer> both = beads.checked(upper, lower);
    take(both);
    Range above = beads.range(upper, side);
    Range below = beads.range(lower, side);
    if ((down ? above : below).isEmpty()) {
      throw new InputException(
          beads.shown(down ? upper : lower) + " has no " + side + " sentence to shift",
          "shift the other side, or in the other direction");
    }
    if (!above.isEmpty() && !below.isEmpty() && above.end() != below.start()) {
      throw new InputException(
          "cannot shift: the next " + side + " sentence is elsewhere", "swap or link the beads");
    }
    int edge = down ? above.end() - 1 : below.start() + 1;
    Range first = new Range(above.isEmpty() ? below.start() : above.start(), edge);
    Range second = new Range(edge, below.isEmpty() ? above.end() : below.end());
    makeWith(upper, side, first);
    makeWith(lower, side, second);
  }

  /** Fixes a bead with other sentences on one side. */
  private void makeWith(int bead, Side side, Range range) {
    Range other = beads.range(bead, side.other());
    boolean isSource = side == Side.SOURCE;
    changes.make(bead, List.of(bead), isSource ? range : other, isSource ? other : range);
  }

  private void shiftRest(int bead, Side side) {
    beads.requireTwoSided(bead, "shift");
    take(List.of(bead));
    makeWith(bead, side, EditedBead.NONE);
    changes.freeSide();
    changes.free(beads.looseBelow(bead));
  }

  private void swap(int bead) {
    List<Integer> both = beads.checked(bead, bead + 1);
    both.forEach(one -> beads.requireTwoSided(one, "swap"));
    take(both);
    makeWith(bead, Side.TARGET, beads.range(bead + 1, Side.TARGET));
    makeWith(bead + 1, Side.TARGET, beads.range(bead, Side.TARGET));
  }

  private void unlink(int bead) {
    beads.requireTwoSided(bead, "unlink");
    take(List.of(bead));
    makeWith(bead, Side.TARGET, EditedBead.NONE);
    makeWith(bead, Side.SOURCE, EditedBead.NONE);
  }

  private void link(int one, int other) {
    List<Integer> both =
        List.of(beads.checked(one, one).get(0), beads.checked(other, other).get(0));
    boolean isForward = beads.range(one, Side.TARGET).isEmpty();
    int from = isForward ? one : other;
    int to = isForward ? other : one;
    if (!beads.range(from, Side.TARGET).isEmpty() || !beads.range(to, Side.SOURCE).isEmpty()) {
      throw new InputException(
          "cannot link "
              + beads.shown(one)
              + " and "
              + beads.shown(other)
              + ": one must be without a target,"
              + " the other without a source",
          "unlink them from their partners first");
    }
    take(both);
    Range sources = beads.range(from, Side.SOURCE);
    Range targets = beads.range(to, Side.TARGET);
    if (changes.source().marksBefore(sources.start())
        != changes.target().marksBefore(targets.start())) {
      throw new InputException(
          "cannot link "
              + beads.shown(one)
              + " and "
              + beads.shown(other)
              + ": a mark lies between them",
          "take the mark out of both files, and align them again");
    }
    changes.remove(to);
    changes.make(from, both, sources, targets);
  }

  private void confirm(int bead) {
    PinnedBead pin = article.pin(bead);
    if (!beads.isCode(bead) && (pin == null || !pin.confirmed())) {
      changes.fix(bead, /* confirmed= */ true, pin == null ? null : pin.type());
    }
  }

  private void confirmSure(double minConfidence) {
    for (int i = 0; i < article.beads().size(); i++) {
      Bead bead = article.beads().get(i);
      if (article.pin(i) == null
          && article.alignment().isUnit(bead)
          && bead.confidence() >= minConfidence) {
        confirm(i);
      }
    }
  }

  private void release(int bead) {
    beads.checked(bead, bead);
    if (article.pin(bead) == null) {
      throw new InputException(
          beads.shown(bead) + " is not fixed",
          "only a bead that a person has fixed can be released");
    }
    loosen(new SharedSentences(article).with(bead));
  }

  private void setType(int bead, BlockType type) {
    PinnedBead pin = article.pin(beads.checked(bead, bead).get(0));
    if (pin == null || pin.type() != type) {
      take(List.of(bead));
      changes.fix(bead, article.isConfirmed(bead), type);
    }
  }

  private void realign(List<Integer> range) {
    SharedSentences sentences = new SharedSentences(article);
    Set<Integer> loose = new HashSet<>();
    range.stream().filter(this::isLoose).forEach(loose::add);
    Set<Integer> released = new HashSet<>();
    for (int bead : range) {
      boolean all =
          sentences.with(bead).stream()
              .allMatch(one -> article.pin(one) == null || loose.contains(one));
      if (all && (article.pin(bead) == null ? !beads.isCode(bead) : loose.contains(bead))) {
        released.add(bead);
      }
    }
    loosen(released);
  }

  /** Has the aligner place beads, and those around them that are not fixed. */
  private void loosen(Set<Integer> released) {
    changes.free(released);
    for (int bead : released) {
      changes.free(beads.looseAbove(bead));
      changes.free(beads.looseBelow(bead));
    }
  }

  /** Whether a bead was only set beside others. */
  private boolean isLoose(int bead) {
    PinnedBead pin = article.pin(bead);
    return pin != null && !pin.confirmed() && pin.type() == null;
  }

  /** Refuses beads that no move may change. */
  private void take(List<Integer> taken) {
    taken.forEach(beads::requireText);
  }
}
