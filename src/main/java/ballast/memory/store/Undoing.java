package ballast.memory.store;

import ballast.bitext.InputException;
import ballast.bitext.ShellWord;
import ballast.memory.CommandInfo;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.DocumentChange;
import ballast.memory.HistoryEntry;
import ballast.memory.MemoryCare;
import ballast.memory.MemoryCare.Choice;
import ballast.memory.MemoryCare.DependentException;
import ballast.memory.Revision;
import ballast.memory.TeamRight;
import ballast.memory.store.CommandLog.ChangeUnits;
import ballast.memory.store.CommandStacks.LoggedCommand;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Undoes and redoes commands. Runs inside a transaction; on a read-only memory it only finds the
 * command.
 */
final class Undoing {

  private final Database database;
  private final CommandLog log;

  Undoing(Database database) {
    this.database = database;
    this.log = new CommandLog(database);
  }

  /** See {@link MemoryCare#reverse}. */
  Optional<CommandInfo> run(boolean redo, Choice choice, Instant at, Origin origin)
      throws SQLException {
    CommandStacks stacks = CommandStacks.of(database);
    Predicate<LoggedCommand> chosen = log.chosen(choice);
    Optional<LoggedCommand> found =
        redo ? stacks.lastTakenBack(chosen) : stacks.lastInForce(chosen);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    LoggedCommand command = found.get();
    CommandInfo info = log.info(command.original(), Set.of());
    Optional<LoggedCommand> other = preventing(command, stacks.commands(), !redo);
    if (other.isPresent()) {
      throw refusal(info, other.get(), redo, stacks);
    }
    String kind = redo ? CommandInfo.REDONE : CommandInfo.UNDONE;
    for (long change : command.latest()) {
      if (database.isWritable()) {
        new Reversal(database).run(change, kind, at, origin);
      } else {
        database.engine().require(database, TeamRight.WRITE, change);
      }
    }
    return Optional.of(info);
  }

  private InputException refusal(
      CommandInfo command, LoggedCommand other, boolean redo, CommandStacks stacks)
      throws SQLException {
    Set<Long> takenBack = other.isInForce() ? Set.of() : Set.copyOf(other.original());
    CommandInfo since = log.info(other.original(), takenBack);
    return new DependentException(
        since,
        ("cannot " + (redo ? "redo " : "undo ") + command.label() + ": " + since.label())
            + (other.isInForce()
                ? " has changed the same units since"
                : ", which had changed the same units before, has been undone since"),
        hint(other, stacks.undosUntil(other)));
  }

  /**
   * The remedy.
   *
   * @param undos number of undos by its author that reach the other command, if it is in force
   */
  private String hint(LoggedCommand other, long undos) {
    String author = other.author();
    String whose = author.isEmpty() ? "" : " --of " + ShellWord.of(author);
    boolean isOfAnother = database.engine().user().map(user -> !user.equals(author)).orElse(false);
    String who = isOfAnother ? "; only " + author + " or a maintainer may do that" : "";
    if (!other.isInForce()) {
      return "redo that command first: `ballast tm undo --redo" + whose + "`" + who;
    }
    String times = undos > 1 ? ", " + undos + " times: later ones come first" : "";
    return "undo that command first: `ballast tm undo" + whose + "`" + times + who;
  }

  /** Everything that a command has touched. */
  private static final class Touched {
    final Set<Long> changes;
    final List<ChangeUnits> added = new ArrayList<>();
    final Set<Long> units = new HashSet<>();

    /** The changes that created the units. */
    final Set<Long> makers = new HashSet<>();

    final Set<Long> documents = new HashSet<>();

    /** Documents aligned by the command. */
    final Set<Long> aligned = new HashSet<>();

    final Set<Long> comments = new HashSet<>();

    /** Documents whose beads the command replaced: those aligned, and those with moves. */
    final Set<Long> arranged = new HashSet<>();

    Touched(Collection<Long> changes) {
      this.changes = Set.copyOf(changes);
    }

    /** Adds a unit from its row, its change and its document. */
    void add(ResultSet row) throws SQLException {
      units.add(row.getLong(1));
      makers.add(row.getLong(2));
      documents.add(row.getLong(3));
    }

    boolean has(long unit) {
      return units.contains(unit)
          || added.stream().anyMatch(range -> unit >= range.first() && unit <= range.last());
    }

    boolean meets(Touched other) {
      return other.units.stream().anyMatch(this::has)
          || !Collections.disjoint(makers, other.changes)
          || !Collections.disjoint(other.makers, changes)
          || !Collections.disjoint(comments, other.comments)
          || !Collections.disjoint(arranged, other.arranged)
          || !Collections.disjoint(aligned, other.documents)
          || !Collections.disjoint(documents, other.aligned);
    }
  }

  /**
   * Returns the last command that {@code command} depends on and that changed between undone and in
   * force since {@code command} last ran, or first ran if it is to be redone. Empty if there is
   * none.
   *
   * <p>Two commands depend on each other if they changed the same unit or moved beads of the same
   * document, or if one of them aligned a document with units that the other changed, or both are
   * about the same comment. Removing duplicates also depends on the surviving units. Undoing the
   * removal does not: it loses nothing, whatever happened to them. A command that was run and
   * undone in the meantime changes nothing, so it does not count.
   *
   * @param undoes whether the command is to be undone rather than redone
   */
  private Optional<LoggedCommand> preventing(
      LoggedCommand command, List<LoggedCommand> commands, boolean undoes) throws SQLException {
    // The survivors may have gone between a removal of duplicates and its undo.
    long since = undoes ? command.latestBegin() : command.original().get(0);
    List<LoggedCommand> others = new ArrayList<>();
    for (LoggedCommand other : commands) {
      if (!other.equals(command) && other.wasInForce(since) != other.isInForce()) {
        others.add(0, other);
      }
    }
    if (others.isEmpty()) {
      return Optional.empty();
    }
    Touched touched = touched(command);
    if (!undoes) {
      addSurvivors(command, touched);
    }
    for (LoggedCommand other : others) {
      Touched touchedSince = touched(other);
      addSurvivors(other, touchedSince);
      if (touched.meets(touchedSince)) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  private Touched touched(LoggedCommand command) throws SQLException {
    Touched touched = new Touched(command.original());
    String changes =
        command.original().stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    String table = database.engine().numbers();
    database.forEach(
        """
        SELECT u.id, u.created_in, COALESCE(u.document, 0) FROM unit u WHERE u.id IN (
          SELECT h.unit FROM %s c JOIN unit_history h ON h.change = c.value
          UNION SELECT x.unit FROM %s c JOIN unit_extras_history x ON x.change = c.value)
        """
            .formatted(table, table),
        touched::add,
        changes,
        changes);
    database.forEach(
        "SELECT COALESCE(m.reply_to, m.id) FROM %s c JOIN comment m ON m.change = c.value"
            .formatted(table),
        row -> touched.comments.add(row.getLong(1)),
        changes);
    for (long change : command.original()) {
      ChangeUnits added = ChangeUnits.of(database, change);
      if (added.last() >= added.first()) {
        touched.added.add(added);
        database.forEach(
            "SELECT DISTINCT COALESCE(document, 0) FROM unit WHERE id BETWEEN ? AND ?",
            row -> touched.documents.add(row.getLong(1)),
            added.first(),
            added.last());
      }
    }
    database.forEach(
        """
        SELECT r.document, made.kind FROM %s c
        JOIN revision r ON r.change = c.value JOIN change made ON made.id = c.value
        """
            .formatted(table),
        row -> {
          touched.arranged.add(row.getLong(1));
          if (row.getString(2).equals(DocumentChange.ALIGNED)) {
            touched.aligned.add(row.getLong(1));
          }
        },
        changes);
    return touched;
  }

  /** Adds the survivors of a removal of duplicates. */
  private void addSurvivors(LoggedCommand command, Touched touched) throws SQLException {
    Set<String> survivors = new HashSet<>();
    for (long change : command.original()) {
      database.forEach(
          """
          SELECT h.note FROM change c CROSS JOIN unit_history h
          WHERE c.id = ? AND c.kind = ? AND h.change = c.id AND h.note IS NOT NULL
          """,
          row -> survivors.add(AbsentReader.survivor(row.getString(1))),
          change,
          CommandInfo.DEDUPLICATED);
    }
    if (!survivors.isEmpty()) {
      database.forEach(
          """
          SELECT u.id, u.created_in, COALESCE(u.document, 0)
          FROM %s wanted CROSS JOIN unit u WHERE u.uid = wanted.value
          """
              .formatted(database.engine().numbers()),
          touched::add,
          UnitId.array(survivors));
    }
  }

  /**
   * Undoes a change by making another one. Runs inside a transaction.
   *
   * <p>Every unit gets back the state that the change replaced. If the change made a revision,
   * another one follows it, with the units and pinned beads of the revision before; units added by
   * the change retire with it. Other added units are deleted. No later change may depend on the
   * undone one.
   */
  private static final class Reversal {

    /**
     * @param previous the revision of the document before it; 0 if there is none
     */
    private record Revision(long id, long document, long previous) {}

    private final Database database;
    private final UnitWriter units;
    private final Set<Long> documents = new HashSet<>();

    Reversal(Database database) {
      this.database = database;
      this.units = new UnitWriter(database);
    }

    /**
     * @param undone the id of the change to undo
     * @param kind the kind of the new change
     */
    void run(long undone, String kind, Instant at, Origin origin) throws SQLException {
      long change = units.addChange(kind, at, origin.author(), origin.note(), undone);
      Map<Long, Long> revisions = new HashMap<>();
      for (Revision revision : revisions(undone)) {
        revisions.put(revision.document(), follow(revision, change));
        documents.add(revision.document());
      }
      giveBack(undone);
      new ExtrasWriter(database).giveBack(undone);
      takeOut(undone, change, revisions);
      for (long document : revisions.keySet()) {
        RevisionSeal.seal(database, document);
      }
      for (long document : documents) {
        units.touch(document, change);
      }
    }

    private void giveBack(long undone) throws SQLException {
      database.forEach(
          """
          SELECT %s, h.kind, h.old_status, h.old_confidence, h.old_changed_in, h.old_retired_in,
            h.old_deleted_in, h.old_codes, h.old_source, h.old_target, h.old_confirmed_in
          FROM unit_history h CROSS JOIN unit u
          WHERE h.change = ? AND u.id = h.unit
          ORDER BY h.id
          """
              .formatted(StoredUnit.COLUMNS),
          row -> {
            StoredUnit unit = StoredUnit.of(row);
            documents.add(unit.document());
            units.write(unit, before(unit, row), "");
          },
          undone);
    }

    /** Removes the units that a change added from their revisions, or deletes them. */
    private void takeOut(long undone, long change, Map<Long, Long> revisions) throws SQLException {
      ChangeUnits added = ChangeUnits.of(database, undone);
      database.forEach(
          "SELECT %s FROM unit u WHERE u.id BETWEEN ? AND ? ORDER BY u.id"
              .formatted(StoredUnit.COLUMNS),
          row -> {
            StoredUnit unit = StoredUnit.of(row);
            Long revision = revisions.get(unit.document());
            if (!unit.isRetired() && (revision != null || !unit.isDeleted())) {
              documents.add(unit.document());
              StoredUnit after =
                  revision == null ? unit.withDeletedIn(change) : unit.withRetiredIn(revision);
              units.write(unit, after, "");
            }
          },
          added.first(),
          added.last());
    }

    private static StoredUnit before(StoredUnit now, ResultSet row) throws SQLException {
      int first = StoredUnit.WIDTH + 1;
      boolean retired = HistoryEntry.What.RETIRED.label().equals(row.getString(first));
      String status = row.getString(first + 1);
      return new StoredUnit(
          now.id(),
          now.uid(),
          now.document(),
          or(row.getString(first + 7), now.source()),
          or(row.getString(first + 8), now.target()),
          or(row.getString(first + 6), now.codes()),
          status == null ? now.status() : UnitRows.status(row.getInt(first + 1)),
          (int) or(row, first + 2, now.confidence()),
          or(row, first + 3, now.changedIn()),
          retired ? 0 : or(row, first + 4, now.retiredIn()),
          or(row, first + 5, now.deletedIn()),
          or(row, first + 9, now.confirmedIn()));
    }

    private static String or(@Nullable String replaced, String now) {
      return replaced == null ? now : replaced;
    }

    private static long or(ResultSet row, int column, long now) throws SQLException {
      return row.getString(column) == null ? now : row.getLong(column);
    }

    private List<Revision> revisions(long change) throws SQLException {
      return database.list(
          """
          SELECT r.id, r.document,
            (SELECT max(b.id) FROM revision b WHERE b.document = r.document AND b.id < r.id)
          FROM revision r WHERE r.change = ? ORDER BY r.id
          """,
          row -> new Revision(row.getLong(1), row.getLong(2), row.getLong(3)),
          change);
    }

    /**
     * Adds a revision after {@code undone} with the units of the one before it. If there is none
     * before, the new one is empty and has no files: see {@link StoredDocuments#PRESENT}.
     */
    private long follow(Revision undone, long change) throws SQLException {
      long previous = undone.previous();
      long id = database.number("SELECT COALESCE(max(id), 0) + 1 FROM revision");
      database.update(
          """
          INSERT INTO %s (id, document, number, step, change, source_file, source_sha256,
            target_file, target_sha256, source_sentences, target_sentences, beads, furniture, tool,
            settings, digest)
          SELECT ?, document, number,
            (SELECT max(step) + 1 FROM revision s
             WHERE s.document = revision.document AND s.number = revision.number), ?,
            CASE WHEN kept = 1 THEN source_file ELSE '' END, source_sha256,
            CASE WHEN kept = 1 THEN target_file ELSE '' END, target_sha256,
            source_sentences * kept, target_sentences * kept, beads * kept, furniture * kept, tool,
            CASE WHEN kept = 1 THEN settings ELSE '' END, ''
          FROM revision, (SELECT CAST(? AS INTEGER) AS kept) AS previous
          WHERE id = ?
          """
              .formatted(database.engine().written("revision")),
          id,
          change,
          previous == 0 ? 0 : 1,
          previous == 0 ? undone.id() : previous);
      new Placements(database).giveBack(undone.document(), previous, id);
      new Pins(database).giveBack(undone.document(), previous, id);
      new RecordedBeads(database).giveBack(previous, id);
      return id;
    }
  }
}
