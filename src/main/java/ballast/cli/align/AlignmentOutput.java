package ballast.cli.align;

import ballast.bitext.Unit;
import ballast.format.unit.TmxProfile;
import ballast.format.unit.UnitFormat;
import ballast.format.unit.XliffVersion;
import ballast.report.alignment.AlignmentReport;
import ballast.report.page.Form;
import ballast.report.page.Style;
import ballast.workflow.Notices;
import ballast.workflow.align.AlignmentSink;
import ballast.workflow.align.UnitFileSink;
import ballast.workflow.exchange.UnitForm;
import java.io.OutputStream;
import java.util.List;

/**
 * The form in which {@code ballast align} writes.
 *
 * @param format which form
 * @param style the style of text, used if the form is text
 * @param review whether doubtful beads come first, in the forms that can do so
 * @param withDoubtful whether doubtful units go into a file of units
 * @param xliff the version, used if the form is XLIFF
 * @param notices is warned of what the form cannot hold
 */
record AlignmentOutput(
    Form format,
    Style style,
    boolean review,
    boolean withDoubtful,
    XliffVersion xliff,
    Notices notices) {

  /** Writes articles to a stream. */
  AlignmentSink sink(OutputStream out) {
    if (!format.hasUnits()) {
      return new AlignmentReport(format, style, review, out);
    }
    UnitFormat units = format == Form.XLIFF ? UnitFormat.XLIFF : UnitFormat.TMX;
    UnitForm form = new UnitForm(units, TmxProfile.GENERIC, xliff, /* packed= */ false);
    return new UnitFileSink(form, withDoubtful, out, notices);
  }

  /** How many of these units do not go into a file of this form. */
  long leftOut(List<Unit> units) {
    return withDoubtful || !format.hasUnits()
        ? 0
        : units.stream().filter(unit -> unit.provenance().isDoubtful()).count();
  }
}
