package ballast.cli.diff;

import ballast.cli.option.Form;
import ballast.cli.option.Forms;

/** The forms in which {@code ballast diff} writes. */
final class DiffForms extends Forms {

  DiffForms() {
    super(Form.TEXT, Form.JSON, Form.CSV, Form.XLSX, Form.HTML, Form.TMX, Form.XLIFF);
  }
}
