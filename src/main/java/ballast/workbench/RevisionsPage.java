package ballast.workbench;

import ballast.app.revisions.DiffPage;
import ballast.app.units.DocumentHistory;
import ballast.memory.Revision;
import ballast.server.Parameters;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of a document's page in the Revisions room, for its templates.
 *
 * @param compared null if nothing is compared
 * @param said what was just done, or ""
 */
record RevisionsPage(
    DocumentHistory history, Chosen chosen, @Nullable DiffPage compared, String said) {

  String document() {
    return history.document();
  }

  /** The oldest first. */
  List<Revision> revisions() {
    return history.revisions().stream()
        .map(DocumentHistory.RevisionHistory::revision)
        .sorted(Comparator.comparingInt(Revision::number))
        .toList();
  }

  /**
   * The revisions to compare.
   *
   * @param old number of the oldest; 0 if nothing is compared
   * @param revised number of the revision compared with it
   * @param last number of the review of {@code revised}; 0 if there is none
   */
  record Chosen(int old, int revised, int last) {

    static final Chosen NOTHING = new Chosen(0, 0, 0);

    /** Returns the user's choice, or by default the last two revisions. */
    static Chosen of(Parameters query, int count) {
      int revised = query.number("to", 1, count, count);
      int old = query.number("from", 1, count, revised - 1);
      int last = query.number("then", 1, count, 0);
      return old < 1 || old == revised ? NOTHING : new Chosen(old, revised, last);
    }
  }
}
