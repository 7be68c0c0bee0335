package ballast.memory.sqlite;

import static ballast.memory.contract.Edits.MEI;
import static ballast.memory.contract.Revisions.all;
import static ballast.memory.contract.Revisions.current;
import static ballast.memory.contract.Revisions.revision;
import static ballast.memory.contract.Revisions.texts;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import ballast.memory.CommandInfo;
import ballast.memory.TextKey;
import ballast.memory.UnitFilter;
import ballast.memory.contract.Revisions;
import ballast.memory.sql.SqlMemory;
import ballast.memory.store.Database;
import ballast.memory.store.StoredUnit;
import ballast.memory.store.UnitWriter;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Takes back what was written row by row, as by an earlier version. */
final class ImportedRowsUndoTest extends SqliteTest {

  /** An import adds units without a document, and changes others. */
  @Test
  void unitsThatAnImportAddedAreDeletedWhenItIsTakenBack() throws SQLException {
    try (SqlMemory memory = write()) {
      memory.addRevision(revision("doc", "甲。", "A."));
    }
    try (SqlMemory memory = write()) {
      Database database = memory.database();
      database.write(
          () -> {
            UnitWriter units = new UnitWriter(database);
            long change = units.addChange("imported", Revisions.NOON, MEI.author(), "", 0);
            database.execute(
                "INSERT INTO unit (uid, source_lang, target_lang, status, confidence, created_in,"
                    + " changed_in, source_key, target_key, source, target)"
                    + " VALUES (65261, 1, 2, 0, 100, %1$d, %1$d, %2$d, %3$d, '乙。', 'B.')"
                        .formatted(change, TextKey.stored("乙。"), TextKey.stored("B.")));
            String id = current(memory).get(0).id();
            StoredUnit unit = requireNonNull(StoredUnit.require(database, List.of(id)).get(id));
            StoredUnit after =
                new StoredUnit(
                    unit.id(), id, 0, "甲。", "Aa.", "", Unit.Status.APPROVED, 100, change, 0, 0, 0);
            units.write(unit, after, "");
            return change;
          });
      assertThat(texts(current(memory))).containsExactly("甲。|Aa.", "乙。|B.");
    }
    try (SqlMemory memory = write()) {
      CommandInfo command = memory.care().undo(MEI).orElseThrow();
      assertThat(command.kind()).isEqualTo("imported");
      assertThat(command.effect().units()).isEqualTo(2);
      assertThat(texts(current(memory))).containsExactly("甲。|A.");
      assertThat(texts(all(memory, UnitFilter.CURRENT.onlyDeleted()))).containsExactly("乙。|B.");
    }
    try (SqlMemory memory = write()) {
      assertThat(memory.care().redo(MEI)).isPresent();
      assertThat(texts(current(memory))).containsExactly("甲。|Aa.", "乙。|B.");
      assertThat(memory.verify()).isEmpty();
    }
  }
}
