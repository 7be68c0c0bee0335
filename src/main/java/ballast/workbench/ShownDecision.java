package ballast.workbench;

import ballast.app.glossary.Answering.Kind;
import ballast.check.Decision;
import ballast.workbench.KeptCheck.Row;
import java.util.List;

/**
 * A decision as its row shows it.
 *
 * @param answer what was done; empty if it is open
 * @param left number of places that are still open
 * @param places the places to answer one by one; none if the row is not opened
 */
record ShownDecision(Decision decision, String answer, int left, List<Row> places) {

  static ShownDecision open(Decision decision) {
    return new ShownDecision(decision, "", decision.findings().size(), List.of());
  }

  /** The key on the keyboard that gives an answer. */
  static String key(Kind kind) {
    return switch (kind) {
      case ALLOW -> "y";
      case WAIVE -> "h";
      case NOT_IN -> "n";
      case FIX -> "f";
      case REOPEN -> "";
    };
  }
}
