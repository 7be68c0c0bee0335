package ballast.memory.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are to be written, sent to a server many at a time: first all those of the statement
 * that came first of all, then those of the next one. A row may thus refer to one of a statement
 * that always comes before its own. For one thread.
 */
final class WaitingRows {

  /** So few rows make one journey, whichever statements they are of. */
  private static final int TOGETHER = 8;

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

  /** Forgets the rows that wait. */
  void discard() {
    count = 0;
    rows.values().forEach(List::clear);
  }
}
