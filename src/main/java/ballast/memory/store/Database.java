package ballast.memory.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.memory.TeamRight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a memory: its statements and transactions. Not thread-safe.
 *
 * <p>Parameters are {@code String}, {@code Integer}, {@code Long}, {@code byte[]} or null, or a
 * list for {@link Engine#isOneOf}.
 */
public final class Database implements AutoCloseable {

  @FunctionalInterface
  public interface Row<T> {
    @Nullable T read(ResultSet row) throws SQLException;
  }

  @FunctionalInterface
  public interface Action<T> {
    void accept(T one) throws SQLException;
  }

  @FunctionalInterface
  public interface Work<T> {
    T run() throws SQLException;
  }

  @FunctionalInterface
  public interface Use<T> {
    T run(PreparedStatement statement) throws SQLException;
  }

  public record Query(String sql, Action<ResultSet> action, List<@Nullable Object> parameters) {

    public Query(String sql, Action<ResultSet> action) {
      this(sql, action, List.of());
    }

    /** Passes on the rows of a result and closes it. */
    public boolean read(ResultSet result) throws SQLException {
      try (ResultSet rows = result) {
        while (rows.next()) {
          action.accept(rows);
        }
      }
      return true;
    }
  }

  private static final String COMMENT = "(?m)^--.*\\R?";

  private final Engine engine;
  private final boolean writable;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private boolean inTransaction;
  private long command;

  public Database(Engine engine, boolean writable) {
    this.engine = engine;
    this.writable = writable;
  }

  public Engine engine() {
    return engine;
  }

  public String place() {
    return engine.place();
  }

  public boolean isWritable() {
    return writable;
  }

  public void forEach(String sql, Action<ResultSet> action, @Nullable Object... parameters)
      throws SQLException {
    forEach(List.of(new Query(sql, action, Arrays.asList(parameters))));
  }

  /** Runs queries one after the other, in one round trip if the engine is distant. */
  public void forEach(List<Query> queries) throws SQLException {
    engine.forEach(this, queries);
  }

  public <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters)
      throws SQLException {
    List<T> values = new ArrayList<>();
    forEach(sql, current -> values.add(row.read(current)), parameters);
    return values;
  }

  /** Returns the value of the first row for which {@code row} returns one, not null. */
  public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... parameters)
      throws SQLException {
    List<T> found = new ArrayList<>(1);
    forEach(
        sql,
        current -> {
          T value = found.isEmpty() ? row.read(current) : null;
          if (value != null) {
            found.add(value);
          }
        },
        parameters);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  /**
   * Returns the number in the first column of the first row; 0 if there is no row or it is null.
   */
  public long number(String sql, @Nullable Object... parameters) throws SQLException {
    return first(sql, row -> row.getLong(1), parameters).orElse(0L);
  }

  public void update(String sql, @Nullable Object... parameters) throws SQLException {
    engine.send(this);
    run(sql, PreparedStatement::executeUpdate, parameters);
  }

  /**
   * Changes rows at the latest before the next statement of another method or the end of the
   * transaction. Rows of the same statement keep their order.
   */
  public void updateSoon(String sql, @Nullable Object... parameters) throws SQLException {
    engine.updateSoon(this, sql, parameters);
  }

  /** Sends the pending rows of {@link #updateSoon}. */
  public void send() throws SQLException {
    engine.send(this);
  }

  /** Runs a statement without parameters, once. */
  public void execute(String sql) throws SQLException {
    engine.send(this);
    try (PreparedStatement statement = engine.connection().prepareStatement(sql)) {
      statement.execute();
    }
  }

  /** Runs statements as {@link #execute} does, one after the other. */
  public void executeAll(List<String> statements) throws SQLException {
    for (String statement : statements) {
      execute(statement);
    }
  }

  /** Uses a prepared statement, which is kept for the next time. For engines. */
  public <T> T run(String sql, Use<T> use, @Nullable Object... parameters) throws SQLException {
    // Removed while it runs: the driver cannot reuse a failed statement.
    PreparedStatement statement = statements.remove(sql);
    if (statement == null) {
      statement = engine.connection().prepareStatement(sql);
    }
    boolean isKept = false;
    try {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      T result = use.run(statement);
      isKept = mayKeep(sql) && statements.putIfAbsent(sql, statement) == null;
      return result;
    } finally {
      if (!isKept) {
        statement.close();
      }
    }
  }

  /** SQLite evaluates most pragmas when it prepares them. */
  private static boolean mayKeep(String sql) {
    return !sql.startsWith("PRAGMA") || sql.equals("PRAGMA data_version");
  }

  private void closeStatements() throws SQLException {
    for (PreparedStatement statement : statements.values()) {
      statement.close();
    }
    statements.clear();
  }

  /**
   * The first change made over this connection, to which all later changes of the command refer; 0
   * if there is none.
   */
  long command() {
    return command;
  }

  /** Must be called after each change. */
  void changed(long change) {
    if (command == 0) {
      command = change;
    }
  }

  /**
   * Runs {@code work} in an exclusive write transaction, which commits everything or nothing.
   *
   * @throws IllegalStateException if a transaction is running
   */
  public <T> T write(Work<T> work) throws SQLException {
    if (inTransaction) {
      throw new IllegalStateException("the memory cannot be written to while it is being read");
    }
    return transaction(true, work);
  }

  /**
   * Runs read-only {@code work} on one consistent state: that of the running transaction, if any.
   */
  public <T> T read(Work<T> work) throws SQLException {
    return inTransaction ? work.run() : transaction(false, work);
  }

  /** Like {@link #read}, for work that may run twice because it only returns a result. */
  public <T> T readAgain(Work<T> work) throws SQLException {
    return inTransaction ? work.run() : engine.readAgain(this, work);
  }

  /**
   * Runs {@code work} without foreign key checks, so {@code work} must keep references valid
   * itself. Not inside a transaction.
   */
  public <T> T unchecked(Work<T> work) throws SQLException {
    return engine.unchecked(this, work);
  }

  private <T> T transaction(boolean writes, Work<T> work) throws SQLException {
    engine.begin(this, writes);
    inTransaction = true;
    long commandBefore = command;
    boolean committed = false;
    try {
      T result = work.run();
      engine.send(this);
      engine.commit(this);
      committed = true;
      return result;
    } finally {
      inTransaction = false;
      if (!committed) {
        command = commandBefore;
        engine.discard();
        engine.rollBack(this);
      }
    }
  }

  /**
   * Returns the statements of a resource, which are separated by blank lines and follow their
   * comments.
   */
  public static List<String> statements(String resource) {
    try (InputStream in = Database.class.getResourceAsStream(resource)) {
      String text =
          new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8)
              .replace("\r\n", "\n");
      return Arrays.stream(text.replaceAll(COMMENT, "").split("\n\n"))
          .map(String::strip)
          .filter(statement -> !statement.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Frees unused space. Excludes other writers, like {@link #write}. */
  public void vacuum() throws SQLException {
    command = 0; // the first change may be gone
    closeStatements(); // each counts as being in progress
    engine.vacuum(this);
  }

  @Override
  public void close() throws SQLException {
    try {
      closeStatements();
    } finally {
      engine.connection().close();
    }
  }

  /**
   * The differences between the database engines of a memory. All other SQL runs on every engine.
   * Each open connection has its own instance.
   *
   * <p>Methods with a parameter {@link Database} expect that of their own connection.
   */
  public interface Engine {

    /** The connection, for {@link Database} and the engine itself. */
    Connection connection();

    /** The place of the memory for messages, without secrets. */
    String place();

    /**
     * The authenticated user, who becomes the author of every change regardless of any given name.
     * Empty if the engine knows no users.
     */
    default Optional<String> user() {
      return Optional.empty();
    }

    /**
     * The name under which members write a table that only the server itself may write. An engine
     * with users ignores the ids, authors and times of such rows and gives them its own.
     */
    default String written(String table) {
      return table;
    }

    /**
     * Checks a right of the user where nothing is written that the engine could reject, as in a dry
     * run.
     *
     * @param undone the id of a change to undo; 0 for none
     * @throws InputException the same as the engine would throw
     */
    default void require(Database database, TeamRight right, long undone) throws SQLException {}

    /**
     * Begins a transaction.
     *
     * @param writes whether it may write; other writers are then excluded from its beginning
     */
    void begin(Database database, boolean writes) throws SQLException;

    void commit(Database database) throws SQLException;

    /** Rolls the transaction back; does not fail. */
    void rollBack(Database database);

    /** Runs {@code work} without foreign key checks; not inside a transaction. */
    <T> T unchecked(Database database, Work<T> work) throws SQLException;

    /**
     * Returns a table with references to missing rows, inside {@link #unchecked}; empty if there is
     * none.
     */
    Optional<String> brokenTable(Database database) throws SQLException;

    /**
     * Whether each statement is a round trip to another process or machine, so that fewer
     * statements matter more than smaller ones, and other users write at the same time.
     */
    boolean isDistant();

    /** See {@link Database#forEach(List)}. */
    void forEach(Database database, List<Query> queries) throws SQLException;

    /** See {@link Database#updateSoon}. */
    default void updateSoon(Database database, String sql, @Nullable Object... parameters)
        throws SQLException {
      database.update(sql, parameters);
    }

    /** Sends the pending rows of {@link #updateSoon}. */
    default void send(Database database) throws SQLException {}

    /** Drops the pending rows of {@link #updateSoon}. */
    default void discard() {}

    /** See {@link Database#readAgain}; not inside a transaction. */
    default <T> T readAgain(Database database, Work<T> work) throws SQLException {
      return database.read(work);
    }

    /** Makes work of {@link #readAgain} that reads many rows start again in a transaction. */
    default void requireTransaction() {}

    /**
     * Identifies the state of the index and of the texts not in it. Null if unknown: then the next
     * query shows it.
     *
     * @throws ballast.memory.LostMemoryException if the memory was replaced by another one
     */
    @Nullable Object indexState(Database database) throws SQLException;

    /** The local folder for copies of the index; empty if there are none. */
    default Optional<Path> partFolder() {
      return Optional.empty();
    }

    /**
     * Runs {@code work} outside of a transaction while no other connection runs work of this
     * method.
     */
    default <T> T alone(Database database, Work<T> work) throws SQLException {
      return work.run();
    }

    /**
     * Like {@link #alone}, but does nothing while another connection runs such work.
     *
     * @return the result; empty if nothing was done
     */
    default <T> Optional<T> aloneOrNot(Database database, Work<T> work) throws SQLException {
      return Optional.of(work.run());
    }

    /** Frees unused space, outside of a transaction. Excludes other writers. */
    void vacuum(Database database) throws SQLException;

    long bytes(Database database) throws SQLException;

    /**
     * Drops indexes of the units if that makes adding many units faster; inside a transaction.
     *
     * @return the statements for {@link #indexUnits}
     */
    default List<String> dropUnitIndexes(Database database) throws SQLException {
      return List.of();
    }

    /** Recreates the indexes dropped by {@link #dropUnitIndexes}. */
    default void indexUnits(Database database, List<String> statements) throws SQLException {}

    /**
     * Whether an import should now keep the keys of all units in the heap.
     *
     * @param present number of units before the import
     * @param added number of units added since; as many more may follow
     */
    boolean isWorthHolding(long present, long added);

    /** Runs {@code work} that inserts rows as they are in another memory; in a transaction. */
    default <T> T copying(Database database, Work<T> work) throws SQLException {
      return work.run();
    }

    /** SQL for the seconds since 1970 of a column that contains a time as text. */
    String seconds(String column);

    /**
     * SQL for a match of a column with a parameter's pattern, ignoring the case of Latin letters.
     */
    String isLike(String column);

    /**
     * SQL for a table with one column, {@code value}: the integers of a parameter with a JSON
     * array, as {@link List#toString} writes it.
     */
    String numbers();

    /**
     * SQL for a column that has one of a few integers. The first parameter of the query is the list
     * of them, without repetitions. For many integers, {@link #numbers} is faster.
     */
    String isOneOf(String column);

    String bytesType();

    /**
     * Converts {@code e}: to an {@link InputException} if the place, its disk or another process is
     * the cause, and to an {@link IllegalStateException} if Ballast is.
     *
     * @param doing the failed action, for example {@code read} or {@code write to}
     */
    RuntimeException failure(SQLException e, String doing);

    /** The error, with a remedy, for a memory with contents that no version of Ballast writes. */
    InputException damaged(String detail, Throwable cause);
  }
}
