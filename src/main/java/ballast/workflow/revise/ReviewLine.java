package ballast.workflow.revise;

import ballast.bitext.Unit;
import ballast.revise.Change;

/**
 * A sentence that is to be reviewed.
 *
 * @param change what became of it
 * @param unit its unit, or, if it was removed, the one that it had
 */
public record ReviewLine(Change change, Unit unit) {

  public boolean isRemoved() {
    return change.revised().text().isEmpty();
  }
}
