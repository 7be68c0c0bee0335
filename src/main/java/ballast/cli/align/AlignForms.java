package ballast.cli.align;

import ballast.cli.option.Forms;
import ballast.report.page.Form;

/** The forms in which {@code ballast align} writes. */
final class AlignForms extends Forms {

  AlignForms() {
    super(Form.TEXT, Form.TSV, Form.JSON, Form.BEADS, Form.HTML, Form.TMX, Form.XLIFF);
  }
}
