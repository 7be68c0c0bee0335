package ballast.memory.sqlite;

import ballast.memory.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteConnection;

/**
 * A copy of an open file, page by page and so with its damage, in the folder for temporary files.
 *
 * @param file is removed when this is closed
 */
record CopiedFile(Path file) implements AutoCloseable {

  /**
   * @throws IOException if the copy cannot be written
   */
  static CopiedFile of(Database database) throws IOException {
    CopiedFile copy = new CopiedFile(Files.createTempFile("ballast-", ".db"));
    boolean isWhole = false;
    try {
      SQLiteConnection connection = (SQLiteConnection) database.engine().connection();
      int code = connection.getDatabase().backup("main", copy.file().toString(), null);
      if (code != 0) {
        throw new IOException("SQLite's error " + code);
      }
      isWhole = true;
      return copy;
    } catch (SQLException e) {
      throw new IOException(SqliteErrors.detail(e), e);
    } finally {
      if (!isWhole) {
        copy.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (String rest : List.of("", "-wal", "-shm", "-journal")) {
      Files.deleteIfExists(SqliteEngine.beside(file, rest));
    }
  }
}
