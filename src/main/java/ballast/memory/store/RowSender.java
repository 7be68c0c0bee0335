package ballast.memory.store;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends many rows of one statement to a server. */
@FunctionalInterface
public interface RowSender {

  /**
   * Runs a statement for each row, in this order.
   *
   * @param sql may be several statements, separated by semicolons, if there is one row
   * @param rows the parameters of each; at least one row
   */
  void send(String sql, List<@Nullable Object[]> rows) throws SQLException;
}
