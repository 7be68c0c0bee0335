package ballast.memory.postgres;

import ballast.bitext.InputException;
import ballast.memory.LostMemoryException;
import ballast.memory.TeamRight;
import ballast.memory.store.Database;
import ballast.memory.store.Database.Engine;
import ballast.memory.store.Database.Query;
import ballast.memory.store.Database.Work;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL, with one schema of a database.
 *
 * <p>Transactions read one state from their first statement on (REPEATABLE READ, the default of
 * every connection). A writer first locks the table {@code write_lock}. The server takes no
 * snapshot for that, so the writer sees the writes of its predecessors. Readers are not blocked.
 */
final class PostgresEngine implements Engine {

  private static final String LOCK_AND_COUNT =
      "LOCK TABLE write_lock IN EXCLUSIVE MODE;\nUPDATE memory SET changes = changes + 1";

  private static final int MIN_ADDED = 8;

  /**
   * Numbers from JSON. With an array, the planner knows how many there are. For JSON it assumes a
   * hundred, and scans a table of some ten thousand units to find one.
   */
  private static final String ARRAY = "CAST(translate(?, '[]', '{}') AS BIGINT[])";

  /** Keys that are read in the time of the three round trips that one unit needs without them. */
  private static final int KEYS_FOR_A_UNIT = 20_000;

  private final PostgresAddress address;
  private final Connection connection;
  private final String user;
  private final Pipeline pipeline;
  private final Optional<Path> partFolder;
  private final long identity;
  private final Work<Connection> another;
  private boolean isAlone;
  private PostgresErrors.Moment moment = PostgresErrors.Moment.WORKING;

  /** For work that does not need a memory to exist. */
  PostgresEngine(PostgresAddress address, Connection connection) throws SQLException {
    this(address, connection, Optional.empty(), 0, () -> connection);
  }

  /**
   * @param partFolder see {@link Engine#partFolder}
   * @param identity the OID of one of the memory's tables, which no other memory that the server
   *     has or had shares; 0 for any
   * @param another makes another connection of the same user
   */
  PostgresEngine(
      PostgresAddress address,
      Connection connection,
      Optional<Path> partFolder,
      long identity,
      Work<Connection> another)
      throws SQLException {
    this.another = another;
    this.identity = identity;
    this.address = address;
    this.connection = connection;
    this.user = connection.getMetaData().getUserName(); // known without a query
    this.pipeline = new Pipeline(connection, this::requireSame);
    this.partFolder = partFolder;
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public String place() {
    return address.toString();
  }

  @Override
  public Optional<String> user() {
    return Optional.of(user);
  }

  @Override
  public void require(Database database, TeamRight right, long undone) throws SQLException {
    new PostgresCatalogue(database, address).require(user, right, undone);
  }

  @Override
  public void begin(Database database, boolean writes) throws SQLException {
    moment = PostgresErrors.Moment.WORKING;
    connection.setAutoCommit(false);
    if (!writes) {
      return; // the first statement begins it
    }
    try {
      database.update(LOCK_AND_COUNT);
    } catch (SQLException e) {
      rollBack(database);
      throw e;
    }
  }

  @Override
  public void commit(Database database) throws SQLException {
    moment = PostgresErrors.Moment.COMMITTING; // stays so after a failure
    connection.commit();
    moment = PostgresErrors.Moment.WORKING;
    connection.setAutoCommit(true);
  }

  @Override
  public void rollBack(Database database) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      // The connection is lost and the transaction with it; the first error is the one to report.
    }
  }

  /** The server checks references only at the end of a transaction. */
  @Override
  public <T> T unchecked(Database database, Database.Work<T> work) throws SQLException {
    return work.run();
  }

  /** The server itself fails on a broken reference. */
  @Override
  public Optional<String> brokenTable(Database database) throws SQLException {
    database.update("SET CONSTRAINTS ALL IMMEDIATE");
    return Optional.empty();
  }

  @Override
  public @Nullable Object indexState(Database database) throws SQLException {
    return pipeline.isWatching()
        ? pipeline.seenIndex()
        : database
            .first(
                "SELECT changes, tableoid FROM memory",
                row -> {
                  requireSame(row.getLong(2));
                  return row.getLong(1);
                })
            .orElse(0L);
  }

  private void requireSame(long found) {
    if (identity != 0 && found != identity) {
      throw new LostMemoryException(
          "the memory \"" + address + "\" has been dropped, and another was made in its place",
          "run the command again; it finds the new one");
    }
  }

  @Override
  public void forEach(Database database, List<Query> queries) throws SQLException {
    pipeline.forEach(database, queries);
  }

  @Override
  public void updateSoon(Database database, String sql, @Nullable Object... parameters)
      throws SQLException {
    pipeline.add(sql, parameters);
  }

  @Override
  public void send(Database database) throws SQLException {
    pipeline.send();
  }

  @Override
  public void discard() {
    pipeline.discard();
  }

  @Override
  public <T> T readAgain(Database database, Work<T> work) throws SQLException {
    return pipeline.readAgain(database, work);
  }

  @Override
  public void requireTransaction() {
    pipeline.requireTransaction();
  }

  @Override
  public boolean isDistant() {
    return true;
  }

  /**
   * The lock of a table ends with its transaction, which is one of another connection, because the
   * work has several. An advisory lock needs no right: anybody could keep it.
   */
  @Override
  public <T> T alone(Database database, Work<T> work) throws SQLException {
    return locked("LOCK TABLE import_lock IN EXCLUSIVE MODE", work);
  }

  /** Only maintainers write the index. */
  @Override
  public <T> Optional<T> aloneOrNot(Database database, Work<T> work) throws SQLException {
    if (isAlone) {
      return Optional.of(work.run());
    }
    if (database.number("SELECT CAST(has_table_privilege('import_lock', 'UPDATE') AS INTEGER)")
        == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(locked("LOCK TABLE import_lock IN EXCLUSIVE MODE NOWAIT", work));
    } catch (SQLException e) {
      if (PostgresErrors.LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private <T> T locked(String lock, Work<T> work) throws SQLException {
    try (Connection holder = another.run();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
      statement.execute(lock);
      isAlone = true;
      return work.run();
    } finally {
      isAlone = false;
    }
  }

  @Override
  public Optional<Path> partFolder() {
    return partFolder;
  }

  /**
   * Rewrites each table, which blocks its readers. Only the owner may do this. For other
   * maintainers the server keeps the space for future units; for all others this fails.
   */
  @Override
  public void vacuum(Database database) throws SQLException {
    long owned =
        database.number(
            "SELECT count(*) FROM pg_namespace WHERE nspname = current_schema()"
                + " AND pg_has_role(nspowner, 'USAGE')");
    if (owned > 0) {
      database.execute("VACUUM (FULL, ANALYZE) " + String.join(", ", PostgresSchema.TABLES));
    } else if (database.number("SELECT CAST(is_maintainer() AS INTEGER)") == 0) {
      throw new SQLException(
          "only a maintainer makes a memory smaller", PostgresErrors.INSUFFICIENT_PRIVILEGE);
    }
  }

  @Override
  public long bytes(Database database) throws SQLException {
    return database.number(
        """
        SELECT COALESCE(sum(pg_total_relation_size(c.oid)), 0)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = current_schema() AND c.relkind = 'r'
        """);
  }

  /** Three queries for each unit cost more than reading thousands of keys. */
  @Override
  public boolean isWorthHolding(long present, long added) {
    return added >= MIN_ADDED && added >= present / KEYS_FOR_A_UNIT;
  }

  @Override
  public String written(String table) {
    return "member_" + table;
  }

  /** Only the owner may do this. Advances the server's counters for generated ids. */
  @Override
  public <T> T copying(Database database, Work<T> work) throws SQLException {
    String each = "ALTER TABLE %s %s TRIGGER USER";
    for (String table : PostgresSchema.TABLES) {
      database.execute(each.formatted(table, "DISABLE"));
    }
    T result = work.run();
    database.execute(
        "SET CONSTRAINTS ALL IMMEDIATE"); // a table with deferred checks stays as it is
    for (String table : PostgresSchema.TABLES) {
      database.execute(each.formatted(table, "ENABLE"));
    }
    for (String table : List.of("language", "unit_history", "pin", "comment")) {
      database.number(
          ("SELECT setval(pg_get_serial_sequence('" + table + "', 'id'), COALESCE(max(id), 0) + 1,")
              + (" false) FROM " + table));
    }
    return result;
  }

  @Override
  public String seconds(String column) {
    return "CAST(EXTRACT(EPOCH FROM CAST(" + column + " AS TIMESTAMPTZ)) AS BIGINT)";
  }

  @Override
  public String isLike(String column) {
    return column + " ILIKE ? ESCAPE ''";
  }

  @Override
  public String numbers() {
    return "(SELECT value FROM unnest(" + ARRAY + ") AS value)";
  }

  @Override
  public String isOneOf(String column) {
    return column + " = ANY(" + ARRAY + ")";
  }

  @Override
  public String bytesType() {
    return "BYTEA";
  }

  @Override
  public RuntimeException failure(SQLException e, String doing) {
    return PostgresErrors.isNotAllowed(e)
        ? notAllowed(e, doing)
        : PostgresErrors.of(e, address, doing, moment);
  }

  /** Ends the failed transaction first, because it accepts no further statements. */
  private InputException notAllowed(SQLException e, String doing) {
    Database database = new Database(this, false);
    if (isInTransaction()) {
      rollBack(database);
    }
    return new PostgresCatalogue(database, address).refusal(e, doing, user);
  }

  private boolean isInTransaction() {
    try {
      return !connection.getAutoCommit();
    } catch (SQLException e) {
      return false; // the connection is lost
    }
  }

  @Override
  public InputException damaged(String detail, Throwable cause) {
    return PostgresErrors.damaged(address, detail, cause);
  }
}
