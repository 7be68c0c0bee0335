package ballast.check;

import ballast.bitext.TextEdit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision whether and how to fix a finding.
 *
 * @param checked the finding
 * @param fix the replacement; null when a person must decide
 * @param reason why a person must decide, without a full stop; empty when there is a fix
 */
public record FixPlan(LocatedFinding checked, @Nullable TextEdit fix, String reason) {

  /** Plans with a fix from the end of the text to its beginning, then those without. */
  static final Comparator<FixPlan> LAST_FIRST =
      Comparator.comparing((FixPlan plan) -> plan.fix() == null ? 1 : -plan.fix().span().start());

  static FixPlan of(LocatedFinding checked, TextEdit fix) {
    return new FixPlan(checked, fix, "");
  }

  /** A plan that leaves the finding to a person. */
  static FixPlan leave(LocatedFinding checked, String reason) {
    return new FixPlan(checked, null, reason);
  }

  /** The replacement, one or none. */
  public List<TextEdit> fixes() {
    return fix == null ? List.of() : List.of(fix);
  }

  /** This plan without its fix. */
  FixPlan withdrawn(String why) {
    return leave(checked, why);
  }
}
