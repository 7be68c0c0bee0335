package ballast.memory.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Sends many rows to the server. Those of an ordinary INSERT go in one {@code COPY}, which costs
 * both sides less than the statement does; others as a batch.
 */
final class RowCopy {

  /** For fewer, the second journey that {@code COPY} needs costs more. */
  private static final int MIN_ROWS = 16;

  private static final Pattern INSERT =
      Pattern.compile("\\s*INSERT INTO (\\w+) (\\([\\w,\\s]+\\))\\s+VALUES\\s+\\([?,\\s]+\\)\\s*");

  private final Connection connection;

  RowCopy(Connection connection) {
    this.connection = connection;
  }

  /** See {@link ballast.memory.store.RowSender}. */
  void send(String sql, List<@Nullable Object[]> rows) throws SQLException {
    Matcher insert = INSERT.matcher(sql);
    if (rows.size() >= MIN_ROWS && !hasBytes(rows.get(0)) && insert.matches()) {
      copy("COPY " + insert.group(1) + " " + insert.group(2) + " FROM STDIN", rows);
    } else if (rows.size() == 1) {
      execute(sql, rows.get(0));
    } else {
      batch(sql, rows);
    }
  }

  /** May be several statements, which a batch may not. */
  private void execute(String sql, @Nullable Object[] row) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, row);
      statement.execute();
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] row)
      throws SQLException {
    for (int i = 0; i < row.length; i++) {
      statement.setObject(i + 1, row[i]);
    }
  }

  /** As a text, bytes would take twice their room. */
  private static boolean hasBytes(@Nullable Object[] row) {
    for (Object value : row) {
      if (value instanceof byte[]) {
        return true;
      }
    }
    return false;
  }

  private void batch(String sql, List<@Nullable Object[]> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (@Nullable Object[] row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private void copy(String sql, List<@Nullable Object[]> rows) throws SQLException {
    StringBuilder text = new StringBuilder();
    for (@Nullable Object[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        text.append(i == 0 ? "" : "\t");
        append(row[i], text);
      }
      text.append('\n');
    }
    byte[] bytes = text.toString().getBytes(UTF_8);
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /** Appends a value in the text format of {@code COPY}. */
  private static void append(@Nullable Object value, StringBuilder to) {
    if (value == null) {
      to.append("\\N");
      return;
    }
    String text = value.toString();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> to.append("\\\\");
        case '\n' -> to.append("\\n");
        case '\r' -> to.append("\\r");
        case '\t' -> to.append("\\t");
        default -> to.append(c);
      }
    }
  }
}
