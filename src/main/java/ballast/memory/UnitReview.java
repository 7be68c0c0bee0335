package ballast.memory;

import ballast.bitext.InlineCode;
import ballast.bitext.Status;
import java.util.List;

/**
 * What a reviewer makes of a unit.
 *
 * @param target its translation from now on
 * @param codes the inline codes of both sides, at their places in it
 * @param status its status from now on
 * @param comment kept in the history; empty when there is none
 */
public record UnitReview(String target, List<InlineCode> codes, Status status, String comment) {

  public UnitReview {
    codes = List.copyOf(codes);
  }
}
