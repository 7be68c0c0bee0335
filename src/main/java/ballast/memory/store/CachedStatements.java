package ballast.memory.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The frequently used statements of a connection, each prepared once. For one thread. */
final class CachedStatements implements AutoCloseable {

  /** An action on a bound statement. */
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
    // Removed while it runs: the driver cannot reuse a statement that has failed.
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

  /** Closes all statements; more can be run afterwards. */
  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : statements.values()) {
      statement.close();
    }
    statements.clear();
  }
}
