package ballast.memory.sqlite;

import ballast.memory.contract.Revisions;
import ballast.memory.sql.SqlMemory;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A test with a memory in a file, which is made when it is first written to. */
public abstract class SqliteTest {

  @TempDir protected Path folder;

  protected final Path file() {
    return folder.resolve("memory.db");
  }

  protected final SqliteStore store() {
    return new SqliteStore(file());
  }

  protected final SqlMemory read() {
    return store().openForReading();
  }

  protected final SqlMemory write() {
    return store().openForWriting(Revisions.options());
  }
}
