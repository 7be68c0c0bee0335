package ballast.memory.sql;

import ballast.bitext.InputException;
import ballast.memory.store.Database;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies all rows of a memory into an empty one, which another engine may keep. Runs inside a
 * transaction of the copy.
 */
final class MemoryCopy {

  /**
   * A table to copy.
   *
   * @param columns all of them, separated by commas
   * @param order columns by which no row comes before one that it refers to
   */
  private record Table(String name, String columns, String order) {

    String select() {
      return "SELECT " + columns + " FROM " + name + " ORDER BY " + order;
    }

    String insert() {
      int width = columns.split(",", -1).length;
      return ("INSERT INTO " + name + " (" + columns + ")")
          + (" VALUES (" + "?, ".repeat(width - 1) + "?)");
    }
  }

  /** Without those of the index, which can be made anew. */
  private static final List<Table> TABLES =
      List.of(
          new Table("language", "id, tag", "id"),
          new Table("change", "id, kind, at, author, command, undoes, note", "id"),
          new Table("document", "id, name, source_lang, target_lang, changed_in", "id"),
          new Table(
              "revision",
              """
              id, document, number, change, source_file, source_sha256, target_file,
              target_sha256, source_sentences, target_sentences, beads, furniture, tool, digest,
              settings\
              """,
              "id"),
          new Table(
              "unit",
              """
              id, uid, document, source_lang, target_lang, status, confidence, created_in,
              changed_in, retired_in, deleted_in, source_key, target_key, codes, source, target\
              """,
              "id"),
          new Table("placement", "revision, position, unit, bead", "revision, position"),
          new Table(
              "unit_history",
              """
              id, unit, change, kind, old_status, old_confidence, old_changed_in, old_retired_in,
              old_deleted_in, old_codes, old_source, old_target, note\
              """,
              "id"),
          new Table("unit_extras", "unit, created, changed, author, document, extras", "unit"),
          new Table("unit_extras_history", "unit, change, changed, author, extras", "unit, change"),
          new Table(
              "pin",
              """
              id, document, set_in, taken_in, continues, rank, confirmed, type, author, at,
              source_occurrence, source_count, target_occurrence, target_count, source, target\
              """,
              "id"),
          new Table("recorded_beads", "revision, beads", "revision"));

  private final Database from;
  private final Database to;

  MemoryCopy(Database from, Database to) {
    this.from = from;
    this.to = to;
  }

  /** Copies the memory as it is at one moment; returns the number of its units. */
  long run() throws SQLException {
    if (to.number("SELECT count(*) FROM change") + to.number("SELECT count(*) FROM unit") > 0) {
      throw new InputException(
          "cannot copy into the memory \"" + to.place() + "\": it is not empty",
          "name a memory that does not exist yet");
    }
    try {
      from.read(
          () -> {
            for (Table table : TABLES) {
              copy(table);
            }
            return from;
          });
    } catch (SQLException e) {
      throw from.engine().failure(e, "read");
    }
    to.engine().idsGiven(to);
    return to.number("SELECT count(*) FROM unit");
  }

  private void copy(Table table) throws SQLException {
    String insert = table.insert();
    int width = table.columns().split(",", -1).length;
    from.forEach(
        table.select(),
        row -> {
          @Nullable Object[] values = new Object[width];
          for (int i = 0; i < width; i++) {
            values[i] = row.getObject(i + 1);
          }
          write(insert, values);
        });
    send();
  }

  /** A table may look at those before it. */
  private void send() {
    try {
      to.send();
    } catch (SQLException e) {
      throw to.engine().failure(e, "write to");
    }
  }

  private void write(String insert, @Nullable Object... values) {
    try {
      to.updateSoon(insert, values);
    } catch (SQLException e) {
      throw to.engine().failure(e, "write to");
    }
  }
}
