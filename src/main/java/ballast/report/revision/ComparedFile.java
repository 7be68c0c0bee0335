package ballast.report.revision;

import ballast.revise.ChangeKind;
import ballast.revise.EditRate;
import ballast.workflow.revise.ComparedVersions;
import java.util.Map;

/**
 * The totals of one of several files.
 *
 * @param name of the file
 * @param page where its changes are, relative to the page of all files; empty if there are none
 * @param passages how many it has
 * @param changed how many of them changed
 * @param rate how much was changed
 * @param kinds how many changes of each kind
 */
record ComparedFile(
    String name,
    String page,
    int passages,
    int changed,
    EditRate rate,
    Map<ChangeKind, Integer> kinds) {

  static ComparedFile of(String name, String page, ComparedVersions compared) {
    return new ComparedFile(
        name,
        page,
        compared.size(),
        compared.changed(),
        compared.rate(0),
        Map.copyOf(compared.summary(0).kinds()));
  }

  int count(ChangeKind kind) {
    return kinds.getOrDefault(kind, 0);
  }
}
