package ballast.memory.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are to be written, sent to a server many at a time: first all those of the statement
 * that came first, then those of the next one. For one thread.
 */
final class WaitingRows {

  private final RowSender sender;
  private final int size;
  private final Map<String, List<@Nullable Object[]>> rows = new LinkedHashMap<>();
  private int count;

  /**
   * @param size how many rows are sent at a time; more than 1
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

  /** Sends all rows that wait. */
  void send() throws SQLException {
    if (count == 0) {
      return;
    }
    count = 0;
    try {
      for (Map.Entry<String, List<@Nullable Object[]>> waiting : rows.entrySet()) {
        sender.send(waiting.getKey(), waiting.getValue());
      }
    } finally {
      discard();
    }
  }

  /** Forgets the rows that wait. */
  void discard() {
    count = 0;
    rows.clear();
  }
}
