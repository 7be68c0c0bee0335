package ballast.revise;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the new places of a unit's inline codes after a text has been rewritten. Immutable. */
public record MovedCodes(WordDiff diff) {

  /**
   * Returns the codes of both sides after one text is replaced; empty if a code is inside a changed
   * passage.
   */
  public Optional<List<InlineCode>> in(Unit unit, Side side, String text) {
    if (unit.codes().stream().noneMatch(code -> code.side() == side)) {
      return Optional.of(unit.codes());
    }
    List<Edit> edits = diff.compare(unit.text(side), text);
    List<InlineCode> moved = new ArrayList<>();
    for (InlineCode code : unit.codes()) {
      int shift = 0;
      for (Edit edit : code.side() == side ? edits : List.<Edit>of()) {
        if (edit.old().start() < code.offset() && code.offset() < edit.old().end()) {
          return Optional.empty();
        }
        if (edit.old().start() < code.offset()) {
          shift += edit.revised().length() - edit.old().length();
        }
      }
      moved.add(code.movedBy(shift));
    }
    return Optional.of(moved);
  }
}
