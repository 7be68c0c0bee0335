package ballast.memory.sqlite;

import ballast.bitext.InputException;
import ballast.memory.store.Database;
import ballast.memory.store.Database.Engine;
import ballast.memory.store.Database.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class SqliteEngine implements Engine {

  /**
   * Page size of new memories in bytes; {@link #vacuum} converts older ones. Most rows are a few
   * hundred bytes long, and large pages waste less space on them.
   */
  public static final int PAGE_SIZE = 16 << 10;

  private static final int MIN_ADDED = 10_000;

  /** Size of SQLite's cache in kibibytes while indexes are rebuilt. */
  private static final int SORTING_CACHE = 4 << 10;

  private final Path file;
  private final Connection connection;

  SqliteEngine(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public String place() {
    return file.toString();
  }

  @Override
  public void begin(Database database, boolean writes) throws SQLException {
    database.run(writes ? "BEGIN IMMEDIATE" : "BEGIN", PreparedStatement::execute);
  }

  @Override
  public void commit(Database database) throws SQLException {
    database.run("COMMIT", PreparedStatement::execute);
  }

  /**
   * Ignores errors: SQLite rolls back by itself after some errors, and the first one is to be
   * reported.
   */
  @Override
  public void rollBack(Database database) {
    try {
      database.execute("ROLLBACK");
    } catch (SQLException e) {
      // Nothing was written, and closing the connection ends the transaction.
    }
  }

  @Override
  public <T> T unchecked(Database database, Database.Work<T> work) throws SQLException {
    boolean checking = database.number("PRAGMA foreign_keys") != 0;
    database.execute("PRAGMA foreign_keys = OFF");
    try {
      return work.run();
    } finally {
      if (checking) {
        database.execute("PRAGMA foreign_keys = ON");
      }
    }
  }

  @Override
  public Optional<String> brokenTable(Database database) throws SQLException {
    return database.list("PRAGMA foreign_key_check", row -> row.getString(1)).stream().findFirst();
  }

  @Override
  public Object indexState(Database database) throws SQLException {
    return database.number("PRAGMA data_version");
  }

  @Override
  public boolean isDistant() {
    return false;
  }

  @Override
  public void forEach(Database database, List<Query> queries) throws SQLException {
    for (Query query : queries) {
      Object[] parameters = query.parameters().toArray();
      if (parameters.length > 0 && parameters[0] instanceof List<?> numbers) {
        for (Object number : numbers) {
          parameters[0] = number;
          forEach(database, query, parameters);
        }
      } else {
        forEach(database, query, parameters);
      }
    }
  }

  private static void forEach(Database database, Query query, @Nullable Object[] parameters)
      throws SQLException {
    database.run(query.sql(), statement -> query.read(statement.executeQuery()), parameters);
  }

  /**
   * Removes unused space from the file and converts it to pages of {@link #PAGE_SIZE}; atomic, like
   * a transaction. Needs free disk space of the size of the file, twice as much if the page size
   * changes.
   */
  @Override
  public void vacuum(Database database) throws SQLException {
    boolean resized = database.number("PRAGMA page_size") != PAGE_SIZE && LogMode.leave(database);
    try {
      if (resized) {
        database.execute("PRAGMA page_size = " + PAGE_SIZE);
      }
      database.execute("VACUUM");
    } finally {
      LogMode.use(database);
    }
    database.list("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1));
  }

  /** The size of the file and its log. */
  @Override
  public long bytes(Database database) {
    return size(file) + size(beside(file, "-wal"));
  }

  static Path beside(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> dropUnitIndexes(Database database) throws SQLException {
    List<String> names = new ArrayList<>();
    List<String> statements =
        database.list(
            """
            SELECT name, sql FROM sqlite_schema WHERE type = 'index'
            AND name IN ('unit_uid', 'unit_source_key', 'unit_target_key')
            """,
            row -> {
              names.add(row.getString(1));
              return row.getString(2);
            });
    for (String name : names) {
      database.execute("DROP INDEX " + name);
    }
    return statements;
  }

  /**
   * SQLite sorts as many keys at once as its cache holds, in a linked list with random access.
   * Portions that fit into the processor's cache take two thirds of the time, including the
   * merging.
   */
  @Override
  public void indexUnits(Database database, List<String> statements) throws SQLException {
    long cache = database.number("PRAGMA cache_size");
    database.execute("PRAGMA cache_size = -" + SORTING_CACHE);
    try {
      for (String statement : statements) {
        database.execute(statement);
      }
    } finally {
      database.execute("PRAGMA cache_size = " + cache);
    }
  }

  /** For fewer units, dropping the indexes does not pay off. */
  @Override
  public boolean isWorthHolding(long present, long added) {
    return added >= MIN_ADDED && added >= present / 2;
  }

  @Override
  public String seconds(String column) {
    return "CAST(strftime('%s', " + column + ") AS INTEGER)";
  }

  @Override
  public String isLike(String column) {
    return column + " LIKE ?";
  }

  @Override
  public String numbers() {
    return "json_each(?)";
  }

  /** The query runs once for each number, which costs less than reading JSON. */
  @Override
  public String isOneOf(String column) {
    return column + " = ?";
  }

  @Override
  public String bytesType() {
    return "BLOB";
  }

  @Override
  public RuntimeException failure(SQLException e, String doing) {
    return SqliteErrors.of(e, file, doing);
  }

  @Override
  public InputException damaged(String detail, Throwable cause) {
    return SqliteErrors.damaged(file, detail, cause);
  }
}
