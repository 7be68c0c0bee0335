package ballast.report.revision;

import ballast.revise.Change;
import ballast.revise.ChangeKind;
import ballast.revise.RevisedPassage;

/** The place of a change in words: by line if lines are known, otherwise by number. */
final class ChangePlace {

  private ChangePlace() {}

  /** The place of a change; for a moved sentence, the old and the new place. */
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
      return old.line() == 0 ? "new " + revised.lineOrPlace() : "old " + old.lineOrPlace();
    }
    String now = old.lineOrPlace();
    if (revised.lineOrPlace().equals(now)) {
      return now;
    }
    return now + ", now " + (old.place().isEmpty() ? revised.line() : revised.lineOrPlace());
  }

  /** The place of a passage of two reviews: in the draft, if the draft contains it. */
  static String of(RevisedPassage passage) {
    Change.Side draft = passage.old();
    Change.Side last = passage.last().revised();
    if (passage.moved() && !draft.text().isEmpty() && !last.text().isEmpty()) {
      return moved(draft, last);
    }
    if (draft.line() > 0) {
      return draft.lineOrPlace();
    }
    if (last.line() > 0) {
      return "new " + last.lineOrPlace();
    }
    return "no. " + (1 + Math.max(draft.position(), last.position()));
  }

  /** The old and the new place of a moved sentence, which both sides contain. */
  private static String moved(Change.Side old, Change.Side revised) {
    if (old.line() == 0 || revised.line() == 0) {
      return "from no. " + (old.position() + 1) + " to no. " + (revised.position() + 1);
    }
    if (old.line() != revised.line()) {
      return "from " + old.lineOrPlace() + " to " + revised.lineOrPlace();
    }
    if (old.inParagraph() != revised.inParagraph()) {
      String within = old.lineOrPlace() + ", from sentence " + old.inParagraph();
      return within + " to sentence " + revised.inParagraph();
    }
    return old.lineOrPlace();
  }
}
