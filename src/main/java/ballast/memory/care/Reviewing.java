package ballast.memory.care;

import ballast.memory.UnitEdit;
import ballast.memory.UnitFilter;
import ballast.memory.UnitReview;
import ballast.memory.UnitReviewer;
import ballast.memory.store.Database;
import ballast.memory.store.UnitReader;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Records a reviewer's decisions on units. */
final class Reviewing {

  private final Database database;
  private final EditSession session;
  private final Consumer<UnitEdit> listener;

  /**
   * @param listener gets each unit that changes or gets a comment
   */
  Reviewing(Database database, EditSession session, Consumer<UnitEdit> listener) {
    this.database = database;
    this.session = session;
    this.listener = listener;
  }

  /** Asks the reviewer about each of these units in export order, then ends the review. */
  void run(Set<String> uids, UnitReviewer reviewer) throws SQLException {
    visit(UnitFilter.CURRENT, uids, reviewer);
    Set<String> retired = new HashSet<>(reviewer.retired());
    retired.removeAll(uids);
    visit(UnitFilter.CURRENT.withRetired(), retired, reviewer);
    reviewer.finish();
  }

  private void visit(UnitFilter filter, Set<String> uids, UnitReviewer reviewer)
      throws SQLException {
    if (!uids.isEmpty()) {
      new UnitReader(database)
          .visit(
              filter.named(uids),
              unit -> {
                session.matched();
                Optional<UnitReview> review = reviewer.review(unit);
                if (review.isPresent()) {
                  write(UnitEdit.review(unit, review.get()));
                }
              });
    }
  }

  private void write(UnitEdit edit) throws SQLException {
    if (edit.changesSomething() || session.isNewNote(edit)) {
      listener.accept(edit);
      session.write(edit);
    }
  }
}
