package ballast.report.finding;

import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.Passage;
import ballast.workflow.check.FindingReport;
import java.util.ArrayList;
import java.util.List;

/** Findings as rows of cells, for spreadsheets. */
final class FindingTable {

  static final List<String> COLUMNS =
      List.of(
          "file",
          "line",
          "column",
          "severity",
          "rule",
          "term",
          "message",
          "suggestions",
          "source",
          "target",
          "unit");

  private FindingTable() {}

  /**
   * One row for each finding, with a cell for each of the {@link #COLUMNS}; suggestions are
   * separated by {@code |}.
   */
  static List<List<String>> rows(FindingReport report) {
    List<List<String>> rows = new ArrayList<>();
    for (LocatedFinding checked : report.findings()) {
      Finding finding = checked.finding();
      Passage passage = checked.place().value();
      rows.add(
          List.of(
              checked.location().file(),
              String.valueOf(checked.location().line()),
              String.valueOf(checked.location().column()),
              finding.severity().label(),
              finding.rule(),
              finding.term(),
              finding.message(),
              String.join("|", finding.suggestions()),
              passage.source(),
              passage.target(),
              passage.id()));
    }
    return rows;
  }
}
