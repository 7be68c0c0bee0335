package ballast.report.revision;

import ballast.revise.Change;
import ballast.revise.ChangeKind;
import ballast.revise.RevisedPassage;

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

  /** Where two reviewers had a passage: by the draft, if that has it. */
  static String of(RevisedPassage passage) {
    Change.Side draft = passage.old();
    Change.Side last = passage.last().revised();
    if (passage.moved() && !draft.text().isEmpty() && !last.text().isEmpty()) {
      return moved(draft, last);
    }
    if (draft.line() > 0) {
      return "line " + draft.line();
    }
    if (last.line() > 0) {
      return "new line " + last.line();
    }
    return "no. " + (1 + Math.max(draft.position(), last.position()));
  }

  /** From where to where something moved; both sides have a sentence. */
  private static String moved(Change.Side old, Change.Side revised) {
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
