package ballast.check;

import ballast.bitext.TextEdit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a finding.
 *
 * @param checked the finding
 * @param fix what replaces what; null when a person has to look
 * @param reason why a person has to look, without a full stop; empty when there is a fix
 */
public record FixPlan(LocatedFinding checked, @Nullable TextEdit fix, String reason) {

  /** Those with a fix by falling place, then those without. */
  static final Comparator<FixPlan> LAST_FIRST =
      Comparator.comparing((FixPlan plan) -> plan.fix() == null ? 1 : -plan.fix().span().start());

  static FixPlan of(LocatedFinding checked, TextEdit fix) {
    return new FixPlan(checked, fix, "");
  }

  /** The finding stays as it is. */
  static FixPlan leave(LocatedFinding checked, String reason) {
    return new FixPlan(checked, null, reason);
  }

  /** What replaces what: one or none. */
  public List<TextEdit> fixes() {
    return fix == null ? List.of() : List.of(fix);
  }

  /** This plan without its fix. */
  FixPlan withdrawn(String why) {
    return leave(checked, why);
  }
}
