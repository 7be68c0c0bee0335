package ballast.memory.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.contract.MemoryContract;
import ballast.memory.index.IndexKeeper;
import ballast.memory.sql.SqlMemory;
import ballast.memory.store.Database;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

/** A memory on a PostgreSQL server keeps the contract. */
final class PostgresMemoryTest extends MemoryContract {

  @Override
  public MemoryStore at(Path path) {
    return new PostgresStore(PostgresServer.get().memory(path));
  }

  @AfterAll
  static void theServerWasAsked() {
    assertThat(PostgresServer.get().statements("INSERT INTO unit ")).isGreaterThan(500);
    assertThat(PostgresServer.get().statements("FROM fuzzy_block")).isPositive();
  }

  @Override
  public void index(Memory memory) {
    SqlMemory written = (SqlMemory) memory;
    try {
      new IndexKeeper(written.database()).extend();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    written.index().written();
  }

  @Override
  public void removeSome(Memory memory) {
    Database database = ((SqlMemory) memory).database();
    try {
      database.write(
          () -> {
            for (String condition :
                List.of(
                    "id = (SELECT max(id) FROM unit)", "id % 7 = 3 AND retired_in IS NOT NULL")) {
              String ids = "(SELECT id FROM unit WHERE " + condition + ")";
              database.update("DELETE FROM placement WHERE unit IN " + ids);
              database.update("DELETE FROM unit_history WHERE unit IN " + ids);
              database.update("DELETE FROM unit WHERE " + condition);
            }
            return memory;
          });
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    ((SqlMemory) memory).index().written();
  }
}
