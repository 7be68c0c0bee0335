package ballast.memory.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.memory.contract.Revisions;
import ballast.memory.store.Database;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SchemaTest {

  @Test
  void aNewMemoryHasItsHeaderAndTables(@TempDir Path folder) throws SQLException {
    try (Database database =
        MemoryOpener.writer(folder.resolve("memory.db"), Revisions.options())) {
      assertThat(Schema.versionOf(database)).isEqualTo(1);
      // The letters BlTM. Memories before 1.0 have BaTM and versions from 1 to 8.
      assertThat(database.number("PRAGMA application_id")).isEqualTo(0x426C544D);
      assertThat(database.list("PRAGMA journal_mode", row -> row.getString(1)))
          .containsExactly("wal");
      assertThat(tables(database)).isEqualTo(16);
    }
  }

  @Test
  void theTriggersOfAMemoryAreKnownWithoutTheResource() throws SQLException {
    try (Database database = Connections.scratch()) {
      assertThat(MemoryIdentity.of(database).triggers())
          .containsExactlyInAnyOrderElementsOf(Schema.TRIGGERS);
    }
  }

  /** No other process sees a memory that is half made. */
  @Test
  void aFailureLeavesTheFileAsItWas(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("memory.db");
    MemoryOpenerTest.sql(file, "CREATE TABLE pin (x INTEGER)");
    try (Database database =
        Connections.connect(file, Connections.Mode.WRITE, Revisions.options().busyTimeout())) {
      assertThatThrownBy(() -> Schema.make(database)).hasMessageContaining("already exists");
      assertThat(tables(database)).isEqualTo(1);
      assertThat(database.number("PRAGMA application_id")).isZero();
    }
  }

  private static long tables(Database database) throws SQLException {
    return database.number("SELECT count(*) FROM sqlite_schema WHERE type = 'table'");
  }
}
