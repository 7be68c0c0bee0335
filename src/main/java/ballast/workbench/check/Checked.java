package ballast.workbench.check;

import ballast.check.LocatedFinding;
import ballast.workflow.check.FindingReport;
import ballast.workflow.check.MemoryCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The findings about the memory. Immutable.
 *
 * @param rows the worst first
 * @param extent what was checked
 * @param terms the Chinese terms by the ids of their concepts
 */
record Checked(List<Row> rows, Extent extent, Map<String, String> terms) {

  /**
   * What was checked.
   *
   * @param pairs how many pairs; -1 if nothing has been checked yet
   * @param concepts how many concepts they were checked against
   * @param inBaseline how many findings the baseline leaves out
   * @param waived how many findings are waived beside their texts
   */
  record Extent(int pairs, int concepts, int inBaseline, int waived) {}

  /** Before the first check. */
  static final Checked NOTHING = new Checked(List.of(), new Extent(-1, 0, 0, 0), Map.of());

  Checked {
    rows = List.copyOf(rows);
    terms = Map.copyOf(terms);
  }

  static Checked of(MemoryCheck.Result result) {
    FindingReport report = result.report();
    return new Checked(
        Row.of(report.all()),
        new Extent(
            report.checked(),
            report.extent().concepts(),
            report.inBaseline(),
            report.waived().size()),
        result.terms());
  }

  /** Whether anything has been checked. */
  boolean isDone() {
    return extent.pairs() >= 0;
  }

  /** The finding with this key; empty if it is gone. */
  Optional<Row> row(String key) {
    return rows.stream().filter(row -> row.key().equals(key)).findFirst();
  }

  /** The same with these findings about a unit, in place of those that it had. */
  Checked replacing(String unit, List<LocatedFinding> fresh) {
    List<Row> all = new ArrayList<>(Row.of(fresh));
    rows.stream().filter(row -> !row.unit().equals(unit)).forEach(all::add);
    all.sort(Row.WORST_FIRST);
    return new Checked(all, extent, terms);
  }

  /** The same without a finding that the baseline has now. */
  Checked accepting(Row accepted) {
    Extent more =
        new Extent(extent.pairs(), extent.concepts(), extent.inBaseline() + 1, extent.waived());
    return new Checked(rows.stream().filter(row -> !row.equals(accepted)).toList(), more, terms);
  }
}
