package ballast.memory.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements over one connection.
 *
 * <p>Parameters are {@code String}, {@code Integer}, {@code Long}, {@code byte[]} or null. For one
 * thread.
 */
public class Statements {

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

  /**
   * A query of {@link #forEachTogether}.
   *
   * @param parameters as those of the other methods
   */
  public record Query(String sql, RowAction action, List<@Nullable Object> parameters) {

    /** A query without parameters. */
    public Query(String sql, RowAction action) {
      this(sql, action, List.of());
    }
  }

  /** The work of a transaction. */
  @FunctionalInterface
  public interface Work<T> {
    T run() throws SQLException;
  }

  private final Connection connection;
  private final CachedStatements statements;

  private final boolean isDistant;

  /** Null where no row waits. */
  private final @Nullable WaitingRows waiting;

  /** Null except while a state is watched. */
  private @Nullable Watch watch;

  /**
   * @param rowsAtATime see {@link Engine#rowsAtATime}
   * @param sender sends them
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

  /** The number in the first column of the first row; 0 if there is no row or the value is null. */
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
   * Changes rows before the next statement of another method or the end of the transaction; rows of
   * one statement, among others of this method, keep their order.
   */
  public final void updateSoon(String sql, @Nullable Object... parameters) throws SQLException {
    if (waiting != null) {
      waiting.add(sql, parameters);
    } else {
      statements.run(sql, PreparedStatement::executeUpdate, parameters);
    }
  }

  /** Sends what {@link #updateSoon} holds back. */
  public final void send() throws SQLException {
    if (waiting != null) {
      waiting.send();
    }
  }

  /** Forgets what {@link #updateSoon} holds back. */
  public final void discard() {
    if (waiting != null) {
      waiting.discard();
    }
  }

  /** The value of the first row; empty when there is none. The statement is cached. */
  final <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... parameters)
      throws SQLException {
    return firstOf(sql, row, value -> true, parameters);
  }

  /** The value of the first row that is {@code wanted}; as {@link #first} otherwise. */
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

  /** As {@link #forEach}, for frequent queries: the statement is cached. */
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

  /** Runs queries one after the other; those of a distant engine make one journey. */
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

  /** Has every query tell the state before its own rows, until null is given. */
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
