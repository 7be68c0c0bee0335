package ballast.workbench.findings;

import ballast.check.LocatedFinding;
import ballast.check.Rules;
import ballast.check.Unchecked;
import ballast.check.Waived;
import ballast.workflow.check.FindingReport;
import ballast.workflow.check.MemoryCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The findings about the memory. Immutable.
 *
 * @param rows the open ones, the worst first
 * @param accepted those in the baseline, the worst first
 * @param waived those that are waived beside their texts
 * @param extent what was checked
 * @param terms the Chinese terms by the ids of their concepts
 */
public record Checked(
    List<Row> rows,
    List<Row> accepted,
    List<Waived> waived,
    Extent extent,
    Map<String, String> terms) {

  /**
   * What was checked.
   *
   * @param pairs how many pairs; -1 if nothing has been checked yet
   * @param concepts how many concepts they were checked against
   * @param inPart a line for each pair to which some rules were not applied, and why
   */
  public record Extent(int pairs, int concepts, List<String> inPart) {
    public Extent {
      inPart = List.copyOf(inPart);
    }
  }

  /** Before the first check. */
  static final Checked NOTHING =
      new Checked(List.of(), List.of(), List.of(), new Extent(-1, 0, List.of()), Map.of());

  public Checked {
    rows = List.copyOf(rows);
    accepted = List.copyOf(accepted);
    waived = List.copyOf(waived);
    terms = Map.copyOf(terms);
  }

  static Checked of(MemoryCheck.Result result) {
    FindingReport report = result.report();
    return new Checked(
        Row.of(report.all()),
        Row.of(report.accepted()),
        report.waived(),
        new Extent(
            report.checked(),
            report.extent().concepts(),
            report.extent().unchecked().stream().map(Unchecked::message).toList()),
        result.terms());
  }

  /** Whether anything has been checked. */
  public boolean isDone() {
    return extent.pairs() >= 0;
  }

  /** How many findings somebody has accepted, in one way or the other. */
  public int leftOut() {
    return accepted.size() + waived.size();
  }

  /** The open finding with this key; empty if it is gone. */
  public Optional<Row> row(String key) {
    return find(rows, key);
  }

  /** The finding in the baseline with this key; empty if it is gone. */
  public Optional<Row> accepted(String key) {
    return find(accepted, key);
  }

  private static Optional<Row> find(List<Row> rows, String key) {
    return rows.stream().filter(row -> row.key().equals(key)).findFirst();
  }

  /** Whether a rule that compares units has found something about this one. */
  boolean isCompared(String unit) {
    return rows.stream()
        .anyMatch(row -> row.unit().equals(unit) && Rules.comparesPairs(row.finding().rule()));
  }

  /** The same with these findings about a unit, in place of those that it had. */
  Checked replacing(String unit, List<LocatedFinding> fresh) {
    List<Row> others = rows.stream().filter(row -> !row.unit().equals(unit)).toList();
    return new Checked(sorted(others, Row.of(fresh)), accepted, waived, extent, terms);
  }

  /** The same with a finding in the baseline. */
  Checked accepting(Row row) {
    return new Checked(without(rows, row), sorted(accepted, List.of(row)), waived, extent, terms);
  }

  /** The same with a finding that is no longer in the baseline. */
  Checked opening(Row row) {
    return new Checked(sorted(rows, List.of(row)), without(accepted, row), waived, extent, terms);
  }

  private static List<Row> without(List<Row> rows, Row row) {
    return rows.stream().filter(one -> !one.equals(row)).toList();
  }

  private static List<Row> sorted(List<Row> some, List<Row> more) {
    List<Row> all = new ArrayList<>(Stream.concat(some.stream(), more.stream()).toList());
    all.sort(Row.WORST_FIRST);
    return all;
  }
}
