package ballast.memory.sqlite;

import ballast.memory.MemoryStore;
import ballast.memory.contract.MemoryContract;
import java.nio.file.Path;

/** A memory in a file of SQLite keeps the contract. */
final class SqliteMemoryTest extends MemoryContract {

  @Override
  public MemoryStore at(Path path) {
    return new SqliteStore(path);
  }
}
