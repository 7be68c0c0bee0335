package ballast.memory.store;

import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Comments.New;
import ballast.memory.MemoryCare.EditSummary;
import ballast.memory.TeamRight;
import ballast.memory.UnitEdit;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The edits of one command. The row of its change is inserted with the first changed unit, so a
 * command without changes leaves no trace. On a read-only memory, edits are only counted.
 */
final class EditSession {

  /** Maximum units that are read and written together. */
  private static final int AT_ONCE = 500;

  private final List<UnitEdit> waiting = new ArrayList<>();
  private final Database database;
  private final UnitWriter writer;
  private final String kind;
  private final Instant at;
  private final Origin origin;
  private final Map<String, Long> documents = new TreeMap<>();
  private final Set<String> gone = new HashSet<>();
  private String author;
  private long change;
  private boolean mayChangeSource;
  private int matched;
  private int changed;
  private int deleted;
  private int backToDraft;

  EditSession(Database database, String kind, Instant at, Origin origin) {
    this.database = database;
    this.writer = new UnitWriter(database);
    this.kind = kind;
    this.at = at;
    this.origin = origin;
    this.author = origin.author();
  }

  void matched() {
    matched++;
  }

  /**
   * Rejects an edit in a dry run if the engine would reject the real write.
   *
   * @throws InputException if the user lacks the right
   */
  void admit(UnitEdit edit) throws SQLException {
    if (!database.isWritable()
        && !mayChangeSource
        && !edit.before().source().equals(edit.after().source())) {
      database.engine().require(database, TeamRight.CHANGE_SOURCE, 0);
      mayChangeSource = true;
    }
  }

  /**
   * Makes the edits that follow in the name of another author.
   *
   * @param other empty for the author of the command
   */
  void by(String other) throws SQLException {
    String next = other.isEmpty() ? origin.author() : other;
    if (!next.equals(author)) {
      writeWaiting();
      author = next;
      change = 0;
    }
  }

  /** Makes an edit; each unit can be edited once. */
  void write(UnitEdit edit) throws SQLException {
    requireStorable(edit.after(), edit.note());
    waiting.add(edit);
    if (waiting.size() >= AT_ONCE) {
      writeWaiting();
    }
  }

  private void writeWaiting() throws SQLException {
    List<UnitEdit> edits = List.copyOf(waiting);
    waiting.clear();
    Map<String, StoredUnit> units =
        StoredUnit.require(database, edits.stream().map(edit -> edit.before().id()).toList());
    for (UnitEdit edit : edits) {
      write(edit, Objects.requireNonNull(units.get(edit.before().id())));
    }
  }

  private void write(UnitEdit edit, StoredUnit unit) throws SQLException {
    Unit after = edit.after();
    changed++;
    if (edit.deleted()) {
      deleted++;
      if (AbsentReader.survivor(edit.note()).isEmpty()) {
        gone.add(edit.before().id());
      }
    }
    if (edit.changesTexts() && edit.changesStatus()) {
      backToDraft += after.provenance().status() == Unit.Status.DRAFT ? 1 : 0;
    }
    documents.put(edit.before().provenance().document(), unit.document());
    if (!database.isWritable()) {
      return;
    }
    change();
    writer.write(unit, edited(unit, edit), edit.note());
  }

  /** Records the remarks that the memory does not have yet, and returns them. */
  List<New> say(List<New> remarks) throws SQLException {
    if (remarks.isEmpty()) {
      return remarks;
    }
    CommentStore store = new CommentStore(database);
    List<New> fresh = CommentStore.fresh(store.read(), remarks);
    Map<String, StoredUnit> units =
        StoredUnit.require(database, remarks.stream().map(New::unit).toList());
    for (New remark : database.isWritable() ? fresh : List.<New>of()) {
      long here = remark.author() == null ? change() : change(remark);
      store.write(remark, Objects.requireNonNull(units.get(remark.unit())).id(), here);
    }
    return fresh;
  }

  private long change() throws SQLException {
    if (change == 0) {
      change = writer.addChange(kind, at, author, origin.note(), 0);
    }
    return change;
  }

  /** Adds a change for a remark that was made elsewhere, which belongs to the same command. */
  private long change(New remark) throws SQLException {
    writeWaiting();
    change();
    Instant when = Objects.requireNonNullElse(remark.at(), at);
    String who = Objects.requireNonNullElse(remark.author(), "");
    return writer.addChange(kind, when, who, origin.note(), 0);
  }

  private StoredUnit edited(StoredUnit unit, UnitEdit edit) {
    boolean isChanged = edit.changesTexts() || edit.changesStatus();
    long deletedIn = edit.deleted() ? change : 0;
    return unit.with(
        edit.after(),
        isChanged ? change : unit.changedIn(),
        edit.deleted() == unit.isDeleted() ? unit.deletedIn() : deletedIn);
  }

  EditSummary finish() throws SQLException {
    if (!waiting.isEmpty()) {
      writeWaiting();
    }
    if (change != 0) {
      for (long document : documents.values()) {
        writer.touch(document, change);
      }
    }
    return new EditSummary(
        matched,
        changed,
        deleted,
        backToDraft,
        List.copyOf(documents.keySet()),
        gone.isEmpty() ? new TreeMap<>() : new AbsentReader(database).representedBy(gone));
  }

  private static void requireStorable(Unit unit, String note) {
    Optional<String> unstorable = UnitWriter.unstorable(unit, note);
    if (unstorable.isPresent()) {
      throw new InputException(
          "cannot change unit " + unit.id() + ": its text would hold " + unstorable.get(),
          "give a pattern that takes whole characters");
    }
  }
}
