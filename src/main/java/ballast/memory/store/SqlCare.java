package ballast.memory.store;

import ballast.bitext.Correction;
import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Comments.New;
import ballast.memory.MemoryCare;
import ballast.memory.MemoryCare.Compaction;
import ballast.memory.MemoryCare.Duplicates;
import ballast.memory.MemoryCare.Duplicates.Ignored;
import ballast.memory.MemoryCare.EditSummary;
import ballast.memory.Replacement;
import ballast.memory.Replacement.ReplacedText;
import ballast.memory.UnitEdit;
import ballast.memory.UnitEdit.UnitReview;
import ballast.memory.UnitEdit.UnitReviewer;
import ballast.memory.UnitFilter;
import ballast.memory.store.DuplicateFinder.Candidate;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The editing operations on a memory in an SQL database. */
public final class SqlCare implements MemoryCare {

  private final Transactions transactions;
  private final Database database;
  private final Runnable looked;

  /**
   * @param looked called for every unit read
   */
  public SqlCare(Transactions transactions, Runnable looked) {
    this.transactions = transactions;
    this.looked = looked;
    this.database = transactions.database();
  }

  @Override
  public EditSummary judge(
      UnitFilter filter, Unit.Status status, Origin origin, Consumer<UnitEdit> listener) {
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
          Unit.Status status = keepStatus ? unit.provenance().status() : Unit.Status.DRAFT;
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
          if (!uids.isEmpty()) {
            new UnitReader(database)
                .forEach(
                    UnitFilter.CURRENT.named(uids),
                    unit -> {
                      session.matched();
                      Optional<UnitReview> review = reviewer.review(unit);
                      Optional<UnitEdit> edit = review.map(one -> UnitEdit.review(unit, one));
                      if (edit.isPresent() && edit.get().changesSomething()) {
                        listener.accept(edit.get());
                        session.by(review.get().author());
                        session.write(edit.get());
                      }
                    });
          }
          reviewer.finish(session.say(reviewer.remarks()));
          return session.finish();
        });
  }

  @Override
  public List<New> comment(List<New> remarks, Origin origin) {
    return run(
        () -> {
          String kind = remarks.get(0).act().command();
          EditSession session = new EditSession(database, kind, transactions.now(), origin);
          return session.say(remarks);
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
          Set<String> missing = new TreeSet<>(corrections.keySet());
          new UnitReader(database)
              .forEach(
                  UnitFilter.CURRENT,
                  unit -> {
                    Correction correction = corrections.get(unit.id());
                    if (correction != null) {
                      missing.remove(unit.id());
                      correct(unit, correction, session, listener);
                    }
                  });
          if (!missing.isEmpty()) {
            throw changedMeanwhile(missing.iterator().next());
          }
          return session.finish();
        });
  }

  private static void correct(
      Unit unit,
      Correction correction,
      EditSession session,
      BiConsumer<UnitEdit, ReplacedText> listener)
      throws SQLException {
    if (!unit.target().equals(correction.before())) {
      throw changedMeanwhile(unit.id());
    }
    session.matched();
    ReplacedText replaced = Replacement.apply(unit, correction.edits());
    UnitEdit edit = UnitEdit.replaced(unit, replaced, Side.TARGET, Unit.Status.DRAFT);
    listener.accept(edit, replaced);
    if (replaced.isChanged()) {
      session.write(edit);
    }
  }

  private static InputException changedMeanwhile(String unit) {
    return new InputException(
        "cannot correct unit " + unit + ": another user has changed it since",
        "nothing was written; try again");
  }

  @Override
  public EditSummary dedupe(
      UnitFilter filter, Set<Ignored> ignored, Origin origin, Consumer<Duplicates> listener) {
    UnitFilter offered =
        filter.statuses().isEmpty() ? filter.withStatuses(UnitFilter.OFFERED.statuses()) : filter;
    return run(
        () -> {
          StoredUnit.requireKnown(database, offered);
          EditSession session =
              new EditSession(database, CommandInfo.DEDUPLICATED, transactions.now(), origin);
          DuplicateFinder finder = new DuplicateFinder(database, ignored, looked);
          for (List<Candidate> group : finder.find(offered, unit -> session.matched())) {
            listener.accept(merge(group, session));
          }
          return session.finish();
        });
  }

  /** Keeps one unit of a group of duplicates. */
  private Duplicates merge(List<Candidate> group, EditSession session) throws SQLException {
    String kept = Collections.min(group, DuplicateFinder.BEST_FIRST).uid();
    Unit survivor = unit(kept);
    double confidence = group.stream().mapToDouble(Candidate::confidence).max().orElseThrow();
    if (confidence > survivor.provenance().confidence()) {
      session.write(UnitEdit.confidence(survivor, confidence));
    }
    List<Unit> deleted = new ArrayList<>();
    for (Candidate candidate : group) {
      if (!candidate.uid().equals(kept)) {
        Unit unit = unit(candidate.uid());
        deleted.add(unit);
        session.write(UnitEdit.deletion(unit, AbsentReader.note(kept)));
      }
    }
    return new Duplicates(survivor, deleted);
  }

  private Unit unit(String uid) throws SQLException {
    List<Unit> units = new ArrayList<>();
    new UnitReader(database).forEach(UnitFilter.CURRENT.named(Set.of(uid)), units::add);
    return units.get(0);
  }

  @Override
  public Optional<CommandInfo> reverse(boolean redo, Choice choice, Origin origin) {
    return run(() -> new Undoing(database).run(redo, choice, transactions.now(), origin));
  }

  @Override
  public List<String> authors() {
    return transactions.decode(
        () ->
            database.list(
                "SELECT DISTINCT author FROM change WHERE author <> '' ORDER BY author",
                row -> row.getString(1)));
  }

  @Override
  public List<CommandInfo> commands(String document, int limit) {
    return transactions.decode(() -> new CommandLog(database).last(document, limit));
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

  /** Decides on a unit; empty if it stays unchanged. */
  @FunctionalInterface
  private interface Editing {
    Optional<UnitEdit> edit(Unit unit, EditSession session) throws SQLException;
  }

  private EditSummary edit(
      String kind, UnitFilter filter, Origin origin, Editing editing, Consumer<UnitEdit> listener) {
    return run(
        () -> {
          StoredUnit.requireKnown(database, filter);
          EditSession session = new EditSession(database, kind, transactions.now(), origin);
          new UnitReader(database)
              .forEach(
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

  private <T> T run(Database.Work<T> work) {
    return database.isWritable() ? transactions.write(work) : transactions.decode(work);
  }

  /**
   * Permanently removes data kept only for the history: deleted and retired units, revisions before
   * the latest, and replaced texts. An export stays the same, byte for byte.
   */
  private static final class Compactor {

    private static final String LATEST = "(SELECT max(id) FROM revision GROUP BY document)";

    /** Documents without anything but an undone alignment. */
    private static final String TAKEN_BACK =
        "(SELECT id FROM document WHERE id NOT IN (SELECT id FROM ("
            + StoredDocuments.PRESENT
            + ") AS present))";

    private static final String COMPACTION = "/ballast/memory/compact.sql";

    private final Database database;

    Compactor(Database database) {
      this.database = database;
    }

    /** Counts the data to remove. */
    Compaction look() throws SQLException {
      long bytes = database.engine().bytes(database);
      return new Compaction(
          new StoredDocuments(database).hidden(),
          database.number(
              "SELECT count(*) FROM (SELECT DISTINCT document, number FROM revision r"
                  + " WHERE NOT EXISTS (SELECT 1 FROM revision WHERE document = r.document"
                  + " AND number = r.number AND id IN "
                  + LATEST
                  + ")) AS texts"),
          database.number("SELECT count(*) FROM unit_history"),
          database.number("SELECT count(*) FROM " + TAKEN_BACK + " AS gone"),
          bytes,
          bytes);
    }

    /**
     * Removes the data. Runs inside a transaction with foreign keys off, because each delete would
     * check them. A server does all of it with the change.
     */
    void remove(Instant at, Origin origin) throws SQLException {
      new CommentStore(database).move();
      new UnitWriter(database)
          .addChange(CommandInfo.COMPACTED, at, origin.author(), origin.note(), 0);
      if (database.engine().user().isPresent()) {
        return;
      }
      for (String statement : Database.statements(COMPACTION)) {
        database.update(statement);
      }
      for (long document : database.list("SELECT id FROM document", row -> row.getLong(1))) {
        RevisionSeal.seal(database, document);
      }
      requireSound();
    }

    private void requireSound() throws SQLException {
      Optional<String> broken = database.engine().brokenTable(database);
      if (broken.isPresent()) {
        throw new IllegalStateException("rows of " + broken.get() + " would lose what they name");
      }
    }
  }
}
