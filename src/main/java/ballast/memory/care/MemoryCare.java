package ballast.memory.care;

import ballast.bitext.Correction;
import ballast.bitext.InputException;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo;
import ballast.memory.Compaction;
import ballast.memory.Duplicates;
import ballast.memory.Duplicates.Ignored;
import ballast.memory.EditSummary;
import ballast.memory.Memory;
import ballast.memory.Origin;
import ballast.memory.ReplacedText;
import ballast.memory.Replacement;
import ballast.memory.UnitEdit;
import ballast.memory.UnitFilter;
import ballast.memory.UnitReviewer;
import ballast.memory.sqlite.SqliteMemory;
import ballast.memory.store.Database;
import ballast.memory.store.DocumentReader;
import ballast.memory.store.SqliteErrors;
import ballast.memory.store.StateReader;
import ballast.memory.store.UnitReader;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The care of a memory: what a person does to units that are in it.
 *
 * <p>On a memory that was opened for reading every method only says what it would do. Each method
 * is one command in the history and one transaction: it does all of its work or nothing, and can be
 * taken back by {@link #undo}. Nothing is removed but by {@link #compact}. Errors are those of
 * {@link Memory}.
 */
public final class MemoryCare {

  private final SqliteMemory memory;
  private final Database database;

  public MemoryCare(SqliteMemory memory) {
    this.memory = memory;
    this.database = memory.database();
  }

  /**
   * Records a person's judgement of units.
   *
   * @param filter which units
   * @param seen gets each unit that changes, in export order
   * @throws InputException if the filter names a unit or document that is not there
   */
  public EditSummary judge(
      UnitFilter filter, Status status, Origin origin, Consumer<UnitEdit> seen) {
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
        unit ->
            unit.provenance().status() == status
                ? Optional.empty()
                : Optional.of(UnitEdit.status(unit, status)),
        seen);
  }

  /**
   * Deletes units: they are kept, and shown nowhere until they are restored. A unit of a document
   * stays deleted when the document is aligned again, as long as its texts stay the same.
   *
   * @param seen gets each unit, in export order
   * @throws InputException if the filter names a unit or document that is not there
   */
  public EditSummary delete(UnitFilter filter, Origin origin, Consumer<UnitEdit> seen) {
    return edit("deleted", filter, origin, unit -> Optional.of(UnitEdit.deletion(unit, "")), seen);
  }

  /**
   * Takes deleted units back, with the status that they had.
   *
   * @param filter which deleted units
   * @param seen gets each unit, in export order
   * @throws InputException if the filter names a unit or document that is not there
   */
  public EditSummary restore(UnitFilter filter, Origin origin, Consumer<UnitEdit> seen) {
    return edit(
        "restored",
        filter.onlyDeleted(),
        origin,
        unit -> Optional.of(UnitEdit.restoration(unit)),
        seen);
  }

  /**
   * Replaces in one text of the units. An approved or rejected unit becomes a draft: the judgement
   * was of other texts.
   *
   * @param keepStatus leave the status as it is
   * @param seen gets each unit in which the pattern was found, in export order, with what became of
   *     its text
   * @throws InputException if the filter names a unit or document that is not there, or as {@link
   *     Replacement#apply}
   */
  public EditSummary replace(
      UnitFilter filter,
      Replacement replacement,
      boolean keepStatus,
      Origin origin,
      BiConsumer<UnitEdit, ReplacedText> seen) {
    return edit(
        "replaced",
        filter,
        origin,
        unit -> {
          ReplacedText replaced = replacement.apply(unit);
          Status status = keepStatus ? unit.provenance().status() : Status.DRAFT;
          UnitEdit edit = UnitEdit.replaced(unit, replaced, replacement.side(), status);
          if (!replaced.before().isEmpty() || replaced.acrossCodes() > 0) {
            seen.accept(edit, replaced);
          }
          return replaced.isChanged() ? Optional.of(edit) : Optional.empty();
        },
        edit -> {});
  }

  /**
   * Takes what a reviewer says of units. A comment is kept even where nothing else changes, unless
   * the unit's history has it already.
   *
   * @param uids the ids of the units; one that is not there, retired or deleted is passed over
   * @param reviewer asked once for each unit, in export order, within the transaction
   * @param seen gets each unit that changes or gets a comment
   */
  public EditSummary review(
      Set<String> uids, UnitReviewer reviewer, Origin origin, Consumer<UnitEdit> seen) {
    return run(
        () -> {
          EditSession session = new EditSession(database, "reviewed", memory.now(), origin);
          new Reviewing(database, session, seen).run(uids, reviewer);
          return session.finish();
        });
  }

  /**
   * Corrects translations at given places. As with {@link #replace}, an approved or rejected unit
   * becomes a draft, and what has an inline code inside is left alone.
   *
   * @param corrections by the ids of units
   * @param seen gets each of these units, in export order, with what became of its translation
   * @throws InputException if a translation is no longer what the correction was made for, or a
   *     unit is no longer there
   */
  public EditSummary correct(
      Map<String, Correction> corrections, Origin origin, BiConsumer<UnitEdit, ReplacedText> seen) {
    return run(
        () -> {
          EditSession session = new EditSession(database, "replaced", memory.now(), origin);
          new Correcting(database, session, seen).run(corrections);
          return session.finish();
        });
  }

  /**
   * Deletes units that say the same as another one of the same languages: same source, same
   * translation, by the key of exact lookup, and same inline codes. Kept is an approved one before
   * drafts, then the last changed, then the first by id; it gets the highest confidence of all.
   * Rejected units are left alone.
   *
   * @param ignored what else does not tell texts apart
   * @param seen gets each group, in export order of its first unit
   * @throws InputException if the filter names a unit or document that is not there
   */
  public EditSummary dedupe(
      UnitFilter filter, Set<Ignored> ignored, Origin origin, Consumer<Duplicates> seen) {
    UnitFilter offered =
        filter.statuses().isEmpty() ? filter.withStatuses(UnitFilter.OFFERED.statuses()) : filter;
    return run(
        () -> {
          new StateReader(database).requireKnown(offered);
          EditSession session = new EditSession(database, "deduplicated", memory.now(), origin);
          new Deduplication(database, ignored, session, seen).run(offered);
          return session.finish();
        });
  }

  /**
   * Takes back the last command that is in force: aligning, importing, editing. Calling it again
   * takes back the one before.
   *
   * @return the command; empty when there is none, or what it did has been compacted away
   */
  public Optional<CommandInfo> undo(Origin origin) {
    return reverse(CommandInfo.UNDONE, origin);
  }

  /**
   * Does again what {@link #undo} took back last.
   *
   * @return the command; empty when nothing was taken back, or something was done since
   */
  public Optional<CommandInfo> redo(Origin origin) {
    return reverse(CommandInfo.REDONE, origin);
  }

  private Optional<CommandInfo> reverse(String kind, Origin origin) {
    return run(
        () -> {
          CommandLog log = new CommandLog(database);
          boolean undo = kind.equals(CommandInfo.UNDONE);
          List<Long> changes = undo ? log.lastInForce() : log.lastUndoing();
          if (changes.isEmpty()) {
            return Optional.empty();
          }
          CommandInfo command = log.original(changes);
          if (database.isWritable()) {
            for (long change : changes) {
              new Reversal(database).run(change, kind, memory.now(), origin);
            }
          }
          return Optional.of(command);
        });
  }

  /** The last commands that wrote, the last first. */
  public List<CommandInfo> commands(int limit) {
    return memory.decode(() -> new CommandLog(database).last(limit));
  }

  /**
   * Removes for good what is only kept for the history and makes the file smaller. What has been
   * done before cannot be taken back afterwards.
   *
   * @throws InputException also if the disk is too full to make the file smaller; what was to be
   *     removed is removed then, and the memory is sound
   */
  public Compaction compact(Origin origin) {
    Compaction plan = memory.decode(() -> new Compactor(database).look());
    if (!database.isWritable()) {
      return plan;
    }
    try {
      if (!plan.isEmpty()) {
        remove(origin);
      }
      database.vacuum();
    } catch (SQLException e) {
      throw SqliteErrors.of(e, database.file(), "make smaller");
    }
    return new Compaction(
        plan.deletedUnits(),
        plan.retiredUnits(),
        plan.revisions(),
        plan.replacedTexts(),
        plan.documents(),
        plan.bytesBefore(),
        DocumentReader.bytes(database.file()));
  }

  private void remove(Origin origin) throws SQLException {
    database.unchecked(
        () ->
            memory.write(
                () -> {
                  new Compactor(database).remove(memory.now(), origin);
                  return origin;
                }));
  }

  /** Says what becomes of a unit; empty when it stays as it is. */
  @FunctionalInterface
  private interface Editing {
    Optional<UnitEdit> edit(Unit unit);
  }

  private EditSummary edit(
      String kind, UnitFilter filter, Origin origin, Editing editing, Consumer<UnitEdit> seen) {
    return run(
        () -> {
          new StateReader(database).requireKnown(filter);
          EditSession session = new EditSession(database, kind, memory.now(), origin);
          new UnitReader(database)
              .visit(
                  filter,
                  unit -> {
                    session.matched();
                    Optional<UnitEdit> edit = editing.edit(unit);
                    if (edit.isPresent()) {
                      seen.accept(edit.get());
                      session.write(edit.get());
                    }
                  });
          return session.finish();
        });
  }

  private <T> T run(Database.Work<T> work) {
    return database.isWritable() ? memory.write(work) : memory.decode(work);
  }
}
