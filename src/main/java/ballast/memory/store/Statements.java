package ballast.memory.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements over one connection. Not thread-safe.
 *
 * <p>Parameters are {@code String}, {@code Integer}, {@code Long}, {@code byte[]} or null.
 */
public class Statements {

  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  @FunctionalInterface
  public interface RowAction {
    void accept(ResultSet row) throws SQLException;
  }

  /** A query of {@link #forEachTogether}. */
  public record Query(String sql, RowAction action, List<@Nullable Object> parameters) {

    public Query(String sql, RowAction action) {
      this(sql, action, List.of());
    }
  }

  @FunctionalInterface
  public interface Work<T> {
    T run() throws SQLException;
  }

  private final Connection connection;
  private final CachedStatements statements;

  private final boolean isDistant;

  /** Null if rows are sent one at a time. */
  private final @Nullable WaitingRows waiting;

  /** Null except while a state is watched. */
  private @Nullable Watch watch;

  /**
   * @param rowsAtATime see {@link Engine#rowsAtATime}
   * @param isDistant see {@link Engine#isDistant}
   */
  Statements(Connection connection, int rowsAtATime, RowSender sender, boolean isDistant) {
    this.connection = connection;
    this.isDistant = isDistant;
    this.waiting = rowsAtATime > 1 ? new WaitingRows(sender, rowsAtATime) : null;
    this.statements = new CachedStatements(connection);
  }

  public final void forEach(String sql, RowAction action, @Nullable Object... parameters)
      throws SQLException {
    if (watch != null) {
      forEachTogether(List.of(new Query(sql, action, Arrays.asList(parameters))));
      return;
    }
    send();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      CachedStatements.bind(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          action.accept(rows);
        }
      }
    }
  }

  public final <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters)
      throws SQLException {
    List<T> values = new ArrayList<>();
    forEach(sql, current -> values.add(row.read(current)), parameters);
    return values;
  }

  /**
   * Returns the number in the first column of the first row; 0 if there is no row or it is null.
   */
  public final long number(String sql, @Nullable Object... parameters) throws SQLException {
    List<Long> numbers = list(sql, row -> row.getLong(1), parameters);
    return numbers.isEmpty() ? 0 : numbers.get(0);
  }

  /** Changes rows; the statement is cached. */
  public final void update(String sql, @Nullable Object... parameters) throws SQLException {
    send();
    statements.run(sql, PreparedStatement::executeUpdate, parameters);
  }

  /**
   * Changes rows at the latest before the next statement of another method or the end of the
   * transaction. Rows of the same statement keep their order.
   */
  public final void updateSoon(String sql, @Nullable Object... parameters) throws SQLException {
    if (waiting != null) {
      waiting.add(sql, parameters);
    } else {
      statements.run(sql, PreparedStatement::executeUpdate, parameters);
    }
  }

  /** Sends the pending rows of {@link #updateSoon}. */
  public final void send() throws SQLException {
    if (waiting != null) {
      waiting.send();
    }
  }

  /** Drops the pending rows of {@link #updateSoon}. */
  public final void discard() {
    if (waiting != null) {
      waiting.discard();
    }
  }

  /** Returns the value of the first row; empty if there is none. The statement is cached. */
  final <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... parameters)
      throws SQLException {
    return firstOf(sql, row, value -> true, parameters);
  }

  /** Like {@link #first}, but skips rows with values that are not {@code wanted}. */
  final <T> Optional<T> firstOf(
      String sql, Row<T> row, Predicate<T> wanted, @Nullable Object... parameters)
      throws SQLException {
    if (watch != null) {
      return list(sql, row, parameters).stream().filter(wanted).findFirst();
    }
    send();
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

  /** Like {@link #forEach}, for frequent queries: the statement is cached. */
  public final void forEachKept(String sql, RowAction action, @Nullable Object... parameters)
      throws SQLException {
    if (watch != null) {
      forEachTogether(List.of(new Query(sql, action, Arrays.asList(parameters))));
      return;
    }
    send();
    statements.run(
        sql,
        statement -> {
          forEach(statement.executeQuery(), action);
          return true;
        },
        parameters);
  }

  private static void forEach(ResultSet result, RowAction action) throws SQLException {
    try (ResultSet rows = result) {
      while (rows.next()) {
        action.accept(rows);
      }
    }
  }

  /** Runs queries one after the other, in one round trip to a distant engine. */
  public final void forEachTogether(List<Query> queries) throws SQLException {
    if (!isDistant) {
      for (Query query : queries) {
        forEachKept(query.sql(), query.action(), query.parameters().toArray());
      }
      return;
    }
    List<Query> all = new ArrayList<>(queries);
    Watch watching = watch;
    if (watching != null) {
      all.add(0, new Query(watching.sql(), watching::see));
    }
    send();
    List<@Nullable Object> parameters = new ArrayList<>();
    all.forEach(query -> parameters.addAll(query.parameters()));
    statements.run(
        all.stream().map(Query::sql).collect(Collectors.joining(";\n")),
        statement -> {
          statement.execute();
          for (Query query : all) {
            forEach(statement.getResultSet(), query.action());
            statement.getMoreResults();
          }
          return true;
        },
        parameters.toArray());
  }

  /** Adds a query of the state to every query, until null is given. */
  final void watch(@Nullable Watch watching) {
    watch = watching;
  }

  /** Whether queries run without a transaction that would hold one state. */
  public final boolean isWatched() {
    return watch != null;
  }

  /** Runs a frequent statement without parameters; the statement is cached. */
  public final void command(String sql) throws SQLException {
    send();
    statements.run(sql, CachedStatements.EXECUTE);
  }

  /** Runs a statement without parameters, once. */
  public final void execute(String sql) throws SQLException {
    send();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }

  /** Closes the cached statements; more can be run afterwards. */
  final void forget() throws SQLException {
    statements.close();
  }

  /**
   * Returns the smallest of the ascending sizes that is at least {@code count}, otherwise the
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

  /** The frequently used statements of a connection, each prepared once. Not thread-safe. */
  private static final class CachedStatements implements AutoCloseable {

    @FunctionalInterface
    interface Use<T> {
      T run(PreparedStatement statement) throws SQLException;
    }

    static final Use<Boolean> EXECUTE = PreparedStatement::execute;

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    CachedStatements(Connection connection) {
      this.connection = connection;
    }

    <T> T run(String sql, Use<T> use, @Nullable Object... parameters) throws SQLException {
      // Removed while it runs: the driver cannot reuse a failed statement.
      PreparedStatement statement = statements.remove(sql);
      if (statement == null) {
        statement = connection.prepareStatement(sql);
      }
      boolean isCached = false;
      try {
        bind(statement, parameters);
        T result = use.run(statement);
        isCached = statements.putIfAbsent(sql, statement) == null;
        return result;
      } finally {
        if (!isCached) {
          statement.close();
        }
      }
    }

    static void bind(PreparedStatement statement, @Nullable Object... parameters)
        throws SQLException {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
    }

    @Override
    public void close() throws SQLException {
      for (PreparedStatement statement : statements.values()) {
        statement.close();
      }
      statements.clear();
    }
  }

  /**
   * Pending rows, sent to a server many at a time. They are sent statement by statement, in the
   * order in which the statements were first used. A row may therefore refer to a row of a
   * statement that always comes before its own. Not thread-safe.
   */
  private static final class WaitingRows {

    /** Maximum rows of different statements that are sent in one round trip. */
    private static final int TOGETHER = 8;

    private final RowSender sender;
    private final int size;
    private final Map<String, List<@Nullable Object[]>> rows = new LinkedHashMap<>();
    private int count;

    /**
     * @param size rows sent at a time; more than 1
     */
    WaitingRows(RowSender sender, int size) {
      this.sender = sender;
      this.size = size;
    }

    void add(String sql, @Nullable Object... parameters) throws SQLException {
      rows.computeIfAbsent(sql, first -> new ArrayList<>()).add(parameters);
      count++;
      if (count >= size) {
        send();
      }
    }

    void send() throws SQLException {
      if (count == 0) {
        return;
      }
      try {
        if (count <= TOGETHER) {
          sendTogether();
          return;
        }
        for (Map.Entry<String, List<@Nullable Object[]>> waiting : rows.entrySet()) {
          if (!waiting.getValue().isEmpty()) {
            sender.send(waiting.getKey(), waiting.getValue());
          }
        }
      } finally {
        discard();
      }
    }

    private void sendTogether() throws SQLException {
      List<String> statements = new ArrayList<>();
      List<@Nullable Object> parameters = new ArrayList<>();
      rows.forEach(
          (sql, waiting) ->
              waiting.forEach(
                  row -> {
                    statements.add(sql);
                    parameters.addAll(Arrays.asList(row));
                  }));
      List<@Nullable Object[]> row = new ArrayList<>();
      row.add(parameters.toArray());
      sender.send(String.join(";\n", statements), row);
    }

    void discard() {
      count = 0;
      rows.values().forEach(List::clear);
    }
  }

  @FunctionalInterface
  public interface RowSender {

    /**
     * Runs a statement for each row, in this order.
     *
     * @param sql may be several statements, separated by semicolons, if there is only one row
     * @param rows the parameters of each run; at least one row
     */
    void send(String sql, List<@Nullable Object[]> rows) throws SQLException;
  }
}
