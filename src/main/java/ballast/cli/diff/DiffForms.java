package ballast.cli.diff;

import ballast.cli.option.Forms;
import ballast.report.page.Form;

/** The forms in which {@code ballast diff} writes. */
final class DiffForms extends Forms {

  DiffForms() {
    super(Form.TEXT, Form.JSON, Form.CSV, Form.XLSX, Form.HTML, Form.TMX, Form.XLIFF);
  }
}
