package ballast.memory.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a memory, with the operations that the other classes need.
 *
 * <p>Parameters are {@code String}, {@code Integer}, {@code Long}, {@code byte[]} or null. For one
 * thread.
 */
public final class Database implements AutoCloseable {

  /** Makes a value of the current row. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** An action on the current row. */
  @FunctionalInterface
  public interface RowAction {
    void accept(ResultSet row) throws SQLException;
  }

  /** The work of a transaction. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws SQLException;
  }

  /**
   * Bytes of a page of new memories; {@link #vacuum} converts older ones. Most rows are a few
   * hundred bytes long, and large pages waste less space on them.
   */
  public static final int PAGE_SIZE = 16 << 10;

  private final Path file;
  private final Connection connection;
  private final boolean writable;
  private final CachedStatements statements;
  private boolean inTransaction;
  private long command;

  Database(Path file, Connection connection, boolean writable) {
    this.file = file;
    this.connection = connection;
    this.statements = new CachedStatements(connection);
    this.writable = writable;
  }

  public Path file() {
    return file;
  }

  public boolean isWritable() {
    return writable;
  }

  /**
   * The first change made over this connection; all changes of one command refer to it.
   *
   * @param change the row of a change that is being made
   */
  long commandOf(long change) {
    if (command == 0) {
      command = change;
    }
    return command;
  }

  public void forEach(String sql, RowAction action, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      CachedStatements.bind(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          action.accept(rows);
        }
      }
    }
  }

  public <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters)
      throws SQLException {
    List<T> values = new ArrayList<>();
    forEach(sql, current -> values.add(row.read(current)), parameters);
    return values;
  }

  /** The number in the first column of the first row; 0 if there is no row or the value is null. */
  public long number(String sql, @Nullable Object... parameters) throws SQLException {
    List<Long> numbers = list(sql, row -> row.getLong(1), parameters);
    return numbers.isEmpty() ? 0 : numbers.get(0);
  }

  /** Changes rows; the statement is cached. */
  public void update(String sql, @Nullable Object... parameters) throws SQLException {
    statements.run(sql, PreparedStatement::executeUpdate, parameters);
  }

  /** The value of the first row; empty when there is none. The statement is cached. */
  <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... parameters)
      throws SQLException {
    return firstOf(sql, row, value -> true, parameters);
  }

  /** The value of the first row that is {@code wanted}; as {@link #first} otherwise. */
  <T> Optional<T> firstOf(
      String sql, Row<T> row, Predicate<T> wanted, @Nullable Object... parameters)
      throws SQLException {
    return statements.run(
        sql,
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              T value = row.read(rows);
              if (wanted.test(value)) {
                return Optional.of(value);
              }
            }
            return Optional.empty();
          }
        },
        parameters);
  }

  /** As {@link #forEach}, for frequent queries: the statement is cached. */
  public void forEachKept(String sql, RowAction action, @Nullable Object... parameters)
      throws SQLException {
    statements.run(
        sql,
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              action.accept(rows);
            }
          }
          return true;
        },
        parameters);
  }

  /** Runs a statement without parameters, once. */
  public void execute(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }

  /**
   * Runs {@code work} in an exclusive write transaction: all of it is committed or nothing.
   *
   * @throws IllegalStateException if a transaction is running
   */
  public <T> T write(Work<T> work) throws SQLException {
    if (inTransaction) {
      throw new IllegalStateException("the memory cannot be written to while it is being read");
    }
    return transaction("BEGIN IMMEDIATE", work);
  }

  /**
   * Runs {@code work}, which only reads, on one consistent state; inside a transaction, on the
   * transaction's state.
   */
  public <T> T read(Work<T> work) throws SQLException {
    return inTransaction ? work.run() : transaction("BEGIN", work);
  }

  /**
   * Runs {@code work} without foreign key checks; {@code work} must keep references valid itself.
   * Not inside a transaction.
   */
  public <T> T unchecked(Work<T> work) throws SQLException {
    boolean checking = number("PRAGMA foreign_keys") != 0;
    execute("PRAGMA foreign_keys = OFF");
    try {
      return work.run();
    } finally {
      if (checking) {
        execute("PRAGMA foreign_keys = ON");
      }
    }
  }

  private <T> T transaction(String begin, Work<T> work) throws SQLException {
    statements.run(begin, CachedStatements.EXECUTE);
    inTransaction = true;
    long commandBefore = command;
    boolean committed = false;
    try {
      T result = work.run();
      statements.run("COMMIT", CachedStatements.EXECUTE);
      committed = true;
      return result;
    } finally {
      inTransaction = false;
      if (!committed) {
        command = commandBefore;
        rollBack();
      }
    }
  }

  /** SQLite has rolled back by itself after some errors; the first error is the one to report. */
  private void rollBack() {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      // Nothing was written, and closing the connection ends the transaction.
    }
  }

  /**
   * Removes unused space from the file and gives it pages of {@link #PAGE_SIZE}; atomic, like a
   * transaction. Needs as much free disk space as the file takes, twice as much if the page size
   * changes. Excludes other writers, as {@link #write} does.
   */
  public void vacuum() throws SQLException {
    command = 0; // the first change may have been removed
    // A cached statement counts as being in progress.
    statements.close();
    boolean resized = number("PRAGMA page_size") != PAGE_SIZE && leaveLog();
    try {
      if (resized) {
        execute("PRAGMA page_size = " + PAGE_SIZE);
      }
      execute("VACUUM");
    } finally {
      useLog();
    }
    list("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.getInt(1));
  }

  /**
   * Leaves WAL mode, in which the page size cannot be changed.
   *
   * @return whether it succeeded; it fails while another process has the file open
   */
  private boolean leaveLog() throws SQLException {
    try {
      return list("PRAGMA journal_mode = DELETE", row -> row.getString(1)).contains("delete");
    } catch (SQLException e) {
      if (SqliteErrors.code(e) == SqliteErrors.BUSY) {
        return false;
      }
      throw e;
    }
  }

  /** Sets WAL mode unless the file is already in it. An empty file also gets its page size. */
  void useLog() throws SQLException {
    if (!list("PRAGMA journal_mode", row -> row.getString(1)).contains("wal")) {
      execute("PRAGMA page_size = " + PAGE_SIZE);
      list("PRAGMA journal_mode = WAL", row -> row.getString(1));
      // Sometimes the mode changes only with the next statement.
      number("SELECT count(*) FROM sqlite_schema");
    }
  }

  /**
   * Closes the connection; the last connection to a file writes the log into the file and deletes
   * the log.
   */
  @Override
  public void close() throws SQLException {
    try {
      statements.close();
    } finally {
      connection.close();
    }
  }

  /**
   * The smallest of the ascending batch sizes that is at least {@code count}; otherwise the
   * largest.
   */
  public static int batch(List<Integer> sizes, int count) {
    for (int size : sizes) {
      if (size >= count) {
        return size;
      }
    }
    return sizes.get(sizes.size() - 1);
  }
}
