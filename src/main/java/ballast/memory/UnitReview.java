package ballast.memory;

import ballast.bitext.InlineCode;
import ballast.bitext.Status;
import java.util.List;

/**
 * A reviewer's decision on a unit.
 *
 * @param target its new translation
 * @param codes the inline codes of both sides, at their places in the new texts
 * @param status its new status
 * @param comment a remark for the history; may be empty
 */
public record UnitReview(String target, List<InlineCode> codes, Status status, String comment) {

  public UnitReview {
    codes = List.copyOf(codes);
  }
}
