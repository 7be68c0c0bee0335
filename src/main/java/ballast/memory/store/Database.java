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
 * One connection to a memory, and the few ways in which the classes of this package use it.
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

  /** Takes the current row. */
  @FunctionalInterface
  public interface RowAction {
    void accept(ResultSet row) throws SQLException;
  }

  /** What is done inside a transaction. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws SQLException;
  }

  /**
   * Bytes of a page of new memories; {@link #vacuum} moves older ones over. Most rows are some
   * hundred bytes long, and of a large page less is left empty.
   */
  public static final int PAGE_SIZE = 16 << 10;

  private final Path file;
  private final Connection connection;
  private final boolean writable;
  private final CachedStatements kept;
  private boolean inTransaction;
  private long command;

  Database(Path file, Connection connection, boolean writable) {
    this.file = file;
    this.connection = connection;
    this.kept = new CachedStatements(connection);
    this.writable = writable;
  }

  public Path file() {
    return file;
  }

  public boolean isWritable() {
    return writable;
  }

  /**
   * The first change made over this connection: what one command writes belongs together.
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

  /** The number in the first column of the first row; 0 when there is no row or it is null. */
  public long number(String sql, @Nullable Object... parameters) throws SQLException {
    List<Long> numbers = list(sql, row -> row.getLong(1), parameters);
    return numbers.isEmpty() ? 0 : numbers.get(0);
  }

  /** Changes rows; the statement is kept for the next time. */
  public void update(String sql, @Nullable Object... parameters) throws SQLException {
    kept.run(sql, PreparedStatement::executeUpdate, parameters);
  }

  /** The value of the first row; empty when there is none. The statement is kept. */
  <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... parameters)
      throws SQLException {
    return firstOf(sql, row, value -> true, parameters);
  }

  /** The value of the first row that is {@code wanted}; as {@link #first} otherwise. */
  <T> Optional<T> firstOf(
      String sql, Row<T> row, Predicate<T> wanted, @Nullable Object... parameters)
      throws SQLException {
    return kept.run(
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

  /** As {@link #forEach}, for what is asked often; the statement is kept for the next time. */
  public void forEachKept(String sql, RowAction action, @Nullable Object... parameters)
      throws SQLException {
    kept.run(
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
   * Runs {@code work} in a transaction that no other writer can get into: all of it or nothing.
   *
   * @throws IllegalStateException if a transaction is running
   */
  public <T> T write(Work<T> work) throws SQLException {
    if (inTransaction) {
      throw new IllegalStateException("the memory cannot be written to while it is being read");
    }
    return transaction("BEGIN IMMEDIATE", work);
  }

  /** Runs {@code work}, which only reads, on one state; inside a transaction, on its state. */
  public <T> T read(Work<T> work) throws SQLException {
    return inTransaction ? work.run() : transaction("BEGIN", work);
  }

  /**
   * Runs {@code work} without looking whether the rows exist that others refer to; it sees to that
   * itself. Not inside a transaction.
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
    kept.run(begin, CachedStatements.EXECUTE);
    inTransaction = true;
    long commandBefore = command;
    boolean done = false;
    try {
      T result = work.run();
      kept.run("COMMIT", CachedStatements.EXECUTE);
      done = true;
      return result;
    } finally {
      inTransaction = false;
      if (!done) {
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
      // Nothing was written, and closing the connection ends whatever is left.
    }
  }

  /**
   * Makes the file as small as what is in it, in pages of {@link #PAGE_SIZE}: all or nothing, like
   * a transaction. Takes as much free space as the file, twice as much where the pages get another
   * size; see {@link #write} for who may be at work meanwhile.
   */
  public void vacuum() throws SQLException {
    command = 0; // the first change may have been removed
    // A statement that is kept counts as being in progress.
    kept.close();
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
   * Ends WAL mode, in which the size of the pages is fixed.
   *
   * @return whether that went: not while another process has the file open
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

  /** Sets WAL mode, where the file is not in it. Its pages get their size if it is empty. */
  void useLog() throws SQLException {
    if (!list("PRAGMA journal_mode", row -> row.getString(1)).contains("wal")) {
      execute("PRAGMA page_size = " + PAGE_SIZE);
      list("PRAGMA journal_mode = WAL", row -> row.getString(1));
      // Now and then the change of mode ends only with the next statement.
      number("SELECT count(*) FROM sqlite_schema");
    }
  }

  /** Closes the connection; the last one of a file brings the log into it and removes the log. */
  @Override
  public void close() throws SQLException {
    try {
      kept.close();
    } finally {
      connection.close();
    }
  }

  /** The smallest of some batch sizes, which rise, that holds {@code count}; else the largest. */
  public static int batch(List<Integer> sizes, int count) {
    for (int size : sizes) {
      if (size >= count) {
        return size;
      }
    }
    return sizes.get(sizes.size() - 1);
  }
}
