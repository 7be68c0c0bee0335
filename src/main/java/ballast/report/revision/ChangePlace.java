package ballast.report.revision;

import ballast.revise.Change;
import ballast.revise.ChangeKind;

/** Where a change stands, in words: by line where lines are known, else by number. */
final class ChangePlace {

  private ChangePlace() {}

  /** Of what has moved: from where to where. */
  static String of(Change change) {
    Change.Side old = change.old();
    Change.Side revised = change.revised();
    if (old.text().isEmpty() && revised.text().isEmpty()) {
      return "";
    }
    if (change.kind() == ChangeKind.MOVED) {
      return moved(old, revised);
    }
    if (old.line() == 0 && revised.line() == 0) {
      return "no. " + (1 + Math.max(old.position(), revised.position()));
    }
    if (old.line() == 0 || revised.line() == 0) {
      return (old.line() == 0 ? "new line " : "old line ") + Math.max(old.line(), revised.line());
    }
    String now = revised.line() == old.line() ? "" : ", now " + revised.line();
    return "line " + old.line() + now;
  }

  /** From where to where something moved; both sides have a sentence. */
  static String moved(Change.Side old, Change.Side revised) {
    if (old.line() == 0 || revised.line() == 0) {
      return "from no. " + (old.position() + 1) + " to no. " + (revised.position() + 1);
    }
    if (old.line() != revised.line()) {
      return "from line " + old.line() + " to line " + revised.line();
    }
    if (old.inParagraph() != revised.inParagraph()) {
      String within = "line " + old.line() + ", from sentence " + old.inParagraph();
      return within + " to sentence " + revised.inParagraph();
    }
    return "line " + old.line();
  }
}
