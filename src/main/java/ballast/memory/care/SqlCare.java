package ballast.memory.care;

import ballast.bitext.Correction;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo;
import ballast.memory.Compaction;
import ballast.memory.Duplicates;
import ballast.memory.Duplicates.Ignored;
import ballast.memory.EditSummary;
import ballast.memory.MemoryCare;
import ballast.memory.Origin;
import ballast.memory.ReplacedText;
import ballast.memory.Replacement;
import ballast.memory.UnitEdit;
import ballast.memory.UnitFilter;
import ballast.memory.UnitReviewer;
import ballast.memory.store.Database;
import ballast.memory.store.StateReader;
import ballast.memory.store.Statements;
import ballast.memory.store.Transactions;
import ballast.memory.store.UnitReader;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The editing operations on a memory in an SQL database. */
public final class SqlCare implements MemoryCare {

  private final Transactions transactions;
  private final Database database;
  private final Runnable looked;

  /**
   * @param looked called for every unit that is looked at
   */
  public SqlCare(Transactions transactions, Runnable looked) {
    this.transactions = transactions;
    this.looked = looked;
    this.database = transactions.database();
  }

  @Override
  public EditSummary judge(
      UnitFilter filter, Status status, Origin origin, Consumer<UnitEdit> listener) {
    String kind =
        switch (status) {
          case APPROVED -> "approved";
          case REJECTED -> "rejected";
          case DRAFT -> "redrafted";
        };
    return edit(
        kind,
        filter,
        origin,
        (unit, session) ->
            unit.provenance().status() == status
                ? Optional.empty()
                : Optional.of(UnitEdit.status(unit, status)),
        listener);
  }

  @Override
  public EditSummary delete(UnitFilter filter, Origin origin, Consumer<UnitEdit> listener) {
    return edit(
        "deleted",
        filter,
        origin,
        (unit, session) -> Optional.of(UnitEdit.deletion(unit, "")),
        listener);
  }

  @Override
  public EditSummary restore(UnitFilter filter, Origin origin, Consumer<UnitEdit> listener) {
    return edit(
        "restored",
        filter.onlyDeleted(),
        origin,
        (unit, session) -> Optional.of(UnitEdit.restoration(unit)),
        listener);
  }

  @Override
  public EditSummary replace(
      UnitFilter filter,
      Replacement replacement,
      boolean keepStatus,
      Origin origin,
      BiConsumer<UnitEdit, ReplacedText> listener) {
    return edit(
        "replaced",
        filter,
        origin,
        (unit, session) -> {
          ReplacedText replaced = replacement.apply(unit);
          Status status = keepStatus ? unit.provenance().status() : Status.DRAFT;
          UnitEdit edit = UnitEdit.replaced(unit, replaced, replacement.side(), status);
          session.admit(edit);
          if (!replaced.before().isEmpty() || replaced.acrossCodes() > 0) {
            listener.accept(edit, replaced);
          }
          return replaced.isChanged() ? Optional.of(edit) : Optional.empty();
        },
        edit -> {});
  }

  @Override
  public EditSummary review(
      Set<String> uids, UnitReviewer reviewer, Origin origin, Consumer<UnitEdit> listener) {
    return run(
        () -> {
          EditSession session = new EditSession(database, "reviewed", transactions.now(), origin);
          new Reviewing(database, session, listener).run(uids, reviewer);
          return session.finish();
        });
  }

  @Override
  public EditSummary rewrite(
      UnitFilter filter,
      UnaryOperator<Unit> rewriting,
      Origin origin,
      Consumer<UnitEdit> listener) {
    return edit(
        "edited",
        filter,
        origin,
        (unit, session) ->
            Optional.of(new UnitEdit(unit, rewriting.apply(unit), false, false, ""))
                .filter(UnitEdit::changesSomething),
        listener);
  }

  @Override
  public EditSummary correct(
      Map<String, Correction> corrections,
      Origin origin,
      BiConsumer<UnitEdit, ReplacedText> listener) {
    return run(
        () -> {
          EditSession session = new EditSession(database, "replaced", transactions.now(), origin);
          new Correcting(database, session, listener).run(corrections);
          return session.finish();
        });
  }

  @Override
  public EditSummary dedupe(
      UnitFilter filter, Set<Ignored> ignored, Origin origin, Consumer<Duplicates> listener) {
    UnitFilter offered =
        filter.statuses().isEmpty() ? filter.withStatuses(UnitFilter.OFFERED.statuses()) : filter;
    return run(
        () -> {
          new StateReader(database).requireKnown(offered);
          EditSession session =
              new EditSession(database, CommandInfo.DEDUPLICATED, transactions.now(), origin);
          new Deduplication(
                  database, new DuplicateFinder(database, ignored, looked), session, listener)
              .run(offered);
          return session.finish();
        });
  }

  @Override
  public Optional<CommandInfo> undo(Origin origin) {
    return run(() -> new Undoing(database).undo(user(), transactions.now(), origin));
  }

  @Override
  public Optional<CommandInfo> undoOf(String author, Origin origin) {
    return run(() -> new Undoing(database).undo(Optional.of(author), transactions.now(), origin));
  }

  @Override
  public Optional<CommandInfo> redo(Origin origin) {
    return run(() -> new Undoing(database).redo(user(), transactions.now(), origin));
  }

  @Override
  public Optional<CommandInfo> redoOf(String author, Origin origin) {
    return run(() -> new Undoing(database).redo(Optional.of(author), transactions.now(), origin));
  }

  @Override
  public List<String> authors() {
    return transactions.decode(
        () ->
            database.list(
                "SELECT DISTINCT author FROM change WHERE author <> '' ORDER BY author",
                row -> row.getString(1)));
  }

  /** Whose commands are taken back if nobody is named; empty for those of all. */
  private Optional<String> user() {
    return database.engine().user();
  }

  @Override
  public List<CommandInfo> commands(int limit) {
    return transactions.decode(() -> new CommandLog(database).last(limit));
  }

  @Override
  public Compaction compact(Origin origin) {
    Compaction plan = transactions.decode(() -> new Compactor(database).look());
    if (!database.isWritable()) {
      return plan;
    }
    try {
      if (!plan.isEmpty()) {
        remove(origin);
      }
      database.vacuum();
      return plan.withBytesAfter(database.engine().bytes(database));
    } catch (SQLException e) {
      throw database.engine().failure(e, "make smaller");
    }
  }

  private void remove(Origin origin) throws SQLException {
    database.unchecked(
        () ->
            transactions.write(
                () -> {
                  new Compactor(database).remove(transactions.now(), origin);
                  return origin;
                }));
  }

  /** Decides on a unit; empty when it stays as it is. */
  @FunctionalInterface
  private interface Editing {
    Optional<UnitEdit> edit(Unit unit, EditSession session) throws SQLException;
  }

  private EditSummary edit(
      String kind, UnitFilter filter, Origin origin, Editing editing, Consumer<UnitEdit> listener) {
    return run(
        () -> {
          new StateReader(database).requireKnown(filter);
          EditSession session = new EditSession(database, kind, transactions.now(), origin);
          new UnitReader(database)
              .visit(
                  filter,
                  unit -> {
                    looked.run();
                    session.matched();
                    Optional<UnitEdit> edit = editing.edit(unit, session);
                    if (edit.isPresent()) {
                      session.admit(edit.get());
                      listener.accept(edit.get());
                      session.write(edit.get());
                    }
                  });
          return session.finish();
        });
  }

  private <T> T run(Statements.Work<T> work) {
    return database.isWritable() ? transactions.write(work) : transactions.decode(work);
  }
}
