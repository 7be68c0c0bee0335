package ballast.memory.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds queries to one state of a memory without a transaction. Each query also returns the state
 * that it saw, and work that saw two states runs again. Not thread-safe.
 */
final class Watch {

  /** Thrown if work has seen two states or needs a transaction. */
  static final class StateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StateException(String message) {
      super(message, null, false, false);
    }
  }

  private final String sql;
  private final LongConsumer requireSame;
  private long changes;
  private @Nullable String index;
  private boolean hasSeen;

  /**
   * @param sql see {@link Engine#state}
   * @param requireSame see {@link Engine#requireSame}
   */
  Watch(String sql, LongConsumer requireSame) {
    this.sql = sql;
    this.requireSame = requireSame;
  }

  String sql() {
    return sql;
  }

  void begin() {
    hasSeen = false;
  }

  /** Whether the work has run any query. */
  boolean hasSeen() {
    return hasSeen;
  }

  /** The last seen state of the index and of the texts not in it; null if none was seen. */
  @Nullable String index() {
    return index;
  }

  /**
   * Checks the row of {@link #sql}.
   *
   * @throws StateException if it differs from the earlier state
   * @throws ballast.memory.LostMemoryException if it is the state of another memory
   */
  void see(ResultSet row) throws SQLException {
    requireSame.accept(row.getLong(3));
    long seenChanges = row.getLong(1);
    String seenIndex = row.getString(2);
    boolean isNews = hasSeen ? seenChanges != changes : index != null && !seenIndex.equals(index);
    changes = seenChanges;
    index = seenIndex;
    hasSeen = true;
    if (isNews) {
      throw new StateException("the memory has been written to");
    }
  }
}
