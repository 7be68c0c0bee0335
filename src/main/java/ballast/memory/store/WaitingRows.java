package ballast.memory.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are to be written, sent to a server many at a time: first all those of the statement
 * that came first, then those of the next one. For one thread.
 */
final class WaitingRows {

  private final Connection connection;
  private final int size;
  private final Map<String, PreparedStatement> batches = new LinkedHashMap<>();
  private int count;

  /**
   * @param size how many rows are sent at a time; more than 1
   */
  WaitingRows(Connection connection, int size) {
    this.connection = connection;
    this.size = size;
  }

  void add(String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement batch = batches.get(sql);
    if (batch == null) {
      batch = connection.prepareStatement(sql);
      batches.put(sql, batch);
    }
    CachedStatements.bind(batch, parameters);
    batch.addBatch();
    count++;
    if (count >= size) {
      send();
    }
  }

  /** Sends all rows that wait. */
  void send() throws SQLException {
    if (count == 0) {
      return;
    }
    count = 0;
    try {
      for (PreparedStatement batch : batches.values()) {
        batch.executeBatch();
      }
    } finally {
      discard();
    }
  }

  /** Forgets the rows that wait. */
  void discard() throws SQLException {
    count = 0;
    for (PreparedStatement batch : batches.values()) {
      batch.close();
    }
    batches.clear();
  }
}
