package ballast.workbench.export;

import ballast.bitext.Status;
import ballast.memory.UnitFilter;
import ballast.server.Parameters;
import ballast.workflow.memory.ConditionText;
import java.util.Set;
import java.util.stream.Collectors;

/** Which units the reader wants to have in the file. */
final class ExportQuery {

  private final Parameters given;

  ExportQuery(Parameters given) {
    this.given = given;
  }

  /** The chosen article; empty for all units. */
  String document() {
    return given.text("document");
  }

  boolean has(Status status) {
    return given.all("status").contains(status.label());
  }

  /** Whether units that the aligner doubts and nobody has approved are wanted, too. */
  boolean withDoubtful() {
    return given.has("doubtful");
  }

  /**
   * The units that meet the conditions.
   *
   * @throws ballast.bitext.InputException if a status is unknown
   */
  UnitFilter filter() {
    Set<Status> statuses =
        given.all("status").stream()
            .filter(value -> !value.isEmpty())
            .map(ConditionText::status)
            .collect(Collectors.toSet());
    UnitFilter units = UnitFilter.CURRENT.withStatuses(statuses);
    return document().isEmpty() ? units : units.inDocuments(Set.of(document()));
  }
}
