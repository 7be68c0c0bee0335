package ballast.cli.align;

import ballast.cli.option.Form;
import ballast.cli.option.Forms;

/** The forms in which {@code ballast align} writes. */
final class AlignForms extends Forms {

  AlignForms() {
    super(Form.TEXT, Form.TSV, Form.JSON, Form.BEADS, Form.HTML, Form.TMX, Form.XLIFF);
  }

  /** Whether a form can list doubtful beads first; the others keep document order. */
  static boolean hasReviewOrder(Form form) {
    return form == Form.TEXT || form == Form.TSV;
  }
}
