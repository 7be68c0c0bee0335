package ballast.workflow.revise;

import ballast.bitext.Unit;
import ballast.revise.Change;

/**
 * A sentence to be reviewed.
 *
 * @param change how it changed
 * @param unit its unit, or, if it was removed, the one that it had
 */
public record ReviewLine(Change change, Unit unit) {

  public boolean isRemoved() {
    return change.revised().text().isEmpty();
  }
}
