package ballast.workbench.align;

import ballast.bitext.BlockType;
import ballast.bitext.Side;
import ballast.server.Parameters;
import ballast.server.RefusedException;
import ballast.workflow.edit.BeadMove;
import ballast.workflow.edit.BeadMove.Cut;

/** Reads a move from the form that a page sends. */
final class MoveForm {

  /** From this confidence on the aligner calls a bead sure. */
  private static final double SURE = 0.85;

  private final Parameters form;
  private final int beads;

  /**
   * @param beads how many the article has
   */
  MoveForm(Parameters form, int beads) {
    this.form = form;
    this.beads = beads;
  }

  /**
   * @throws RefusedException if the form does not describe a move
   */
  BeadMove move() {
    int bead = bead("bead");
    return switch (form.required("move")) {
      case "confirm" -> new BeadMove.Confirm(bead, last(bead));
      case "confirm-sure" -> new BeadMove.ConfirmSure(SURE);
      case "link" -> new BeadMove.Link(bead, bead("other"));
      case "merge" -> new BeadMove.Merge(bead, bead + 1);
      case "realign" -> new BeadMove.Realign(bead, last(bead));
      case "release" -> new BeadMove.Release(bead);
      case "shift-down" -> new BeadMove.ShiftDown(bead, side());
      case "shift-rest" -> new BeadMove.ShiftRest(bead, side());
      case "shift-up" -> new BeadMove.ShiftUp(bead, side());
      case "split" -> new BeadMove.Split(bead, cut("source"), cut("target"));
      case "swap" -> new BeadMove.Swap(bead);
      case "type" -> new BeadMove.SetType(bead, type());
      case "unlink" -> new BeadMove.Unlink(bead);
      default -> throw RefusedException.badRequest("there is no such move");
    };
  }

  private int bead(String name) {
    form.required(name);
    return form.number(name, 0, beads - 1, 0);
  }

  private int last(int bead) {
    return form.number("last", bead, beads - 1, bead);
  }

  private Cut cut(String side) {
    return new Cut(
        form.number(side, 0, Integer.MAX_VALUE, 0),
        form.number(side + "-offset", 0, Integer.MAX_VALUE, 0));
  }

  private Side side() {
    return switch (form.required("side")) {
      case "source" -> Side.SOURCE;
      case "target" -> Side.TARGET;
      default -> throw RefusedException.badRequest("a side is source or target");
    };
  }

  private BlockType type() {
    return switch (form.required("type")) {
      case "paragraph" -> BlockType.PARAGRAPH;
      case "heading" -> BlockType.HEADING;
      case "furniture" -> BlockType.FURNITURE;
      default -> throw RefusedException.badRequest("a type is paragraph, heading or furniture");
    };
  }
}
