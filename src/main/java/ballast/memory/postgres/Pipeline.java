package ballast.memory.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.memory.store.Database;
import ballast.memory.store.Database.Query;
import ballast.memory.store.Database.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Sends statements to a server in few round trips. Changes of rows wait until there are many;
 * several queries travel together; a short reading needs no transaction, which would cost one more
 * round trip to end. Not thread-safe.
 */
final class Pipeline {

  /**
   * One row that identifies a state of the memory: a number that every writing transaction changes,
   * a text that changes with the index and the texts not in it, and the identity of the memory. An
   * update of a covered text writes a row of {@code fuzzy_pending}.
   */
  static final String STATE =
      """
      SELECT m.changes, concat(f.generation, '/', f.covered, '/',
        COALESCE((SELECT max(id) FROM unit), 0), '/',
        COALESCE((SELECT max(seq) FROM fuzzy_pending), 0)), m.tableoid
      FROM memory m CROSS JOIN fuzzy_state f
      """;

  private static final int MAX_WAITING = 4_096;

  /** Maximum rows of different statements that are sent in one round trip. */
  private static final int TOGETHER = 8;

  /** Minimum rows for {@code COPY} to pay for its second round trip. */
  private static final int MIN_COPIED = 16;

  /** Maximum attempts to run work without a transaction. */
  private static final int MAX_ATTEMPTS = 2;

  private static final Pattern INSERT =
      Pattern.compile("\\s*INSERT INTO (\\w+) (\\([\\w,\\s]+\\))\\s+VALUES\\s+\\([?,\\s]+\\)\\s*");

  /** Thrown if work has seen two states or needs a transaction. */
  private static final class StateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StateException(String message) {
      super(message, null, false, false);
    }
  }

  private final Connection connection;
  private final LongConsumer requireSame;

  private final Map<String, List<@Nullable Object[]>> waiting = new LinkedHashMap<>();

  private int count;

  private boolean isWatching;
  private boolean hasSeen;
  private long seenChanges;
  private @Nullable String seenIndex;

  Pipeline(Connection connection, LongConsumer requireSame) {
    this.connection = connection;
    this.requireSame = requireSame;
  }

  /**
   * Adds a row to send later. A row may refer only to rows of statements that always come before
   * its own.
   */
  void add(String sql, @Nullable Object... parameters) throws SQLException {
    waiting.computeIfAbsent(sql, first -> new ArrayList<>()).add(parameters);
    count++;
    if (count >= MAX_WAITING) {
      send();
    }
  }

  /** Sends the waiting rows statement by statement, a few of them in one round trip. */
  void send() throws SQLException {
    if (count == 0) {
      return;
    }
    try {
      if (count <= TOGETHER) {
        sendTogether();
        return;
      }
      for (Map.Entry<String, List<@Nullable Object[]>> entry : waiting.entrySet()) {
        if (!entry.getValue().isEmpty()) {
          send(entry.getKey(), entry.getValue());
        }
      }
    } finally {
      discard();
    }
  }

  private void sendTogether() throws SQLException {
    List<String> statements = new ArrayList<>();
    List<@Nullable Object> parameters = new ArrayList<>();
    waiting.forEach(
        (sql, rows) ->
            rows.forEach(
                row -> {
                  statements.add(sql);
                  parameters.addAll(Arrays.asList(row));
                }));
    execute(String.join(";\n", statements), parameters.toArray());
  }

  void discard() {
    count = 0;
    waiting.values().forEach(List::clear);
  }

  /** Rows of an ordinary INSERT go in one {@code COPY}, which costs both sides less. */
  private void send(String sql, List<@Nullable Object[]> rows) throws SQLException {
    Matcher insert = INSERT.matcher(sql);
    if (rows.size() >= MIN_COPIED && !hasBytes(rows.get(0)) && insert.matches()) {
      copy("COPY " + insert.group(1) + " " + insert.group(2) + " FROM STDIN", rows);
    } else if (rows.size() == 1) {
      execute(sql, rows.get(0));
    } else {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (@Nullable Object[] row : rows) {
          bind(statement, row);
          statement.addBatch();
        }
        statement.executeBatch();
      }
    }
  }

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

  /** Bytes would take twice their space as text. */
  private static boolean hasBytes(@Nullable Object[] row) {
    for (Object value : row) {
      if (value instanceof byte[]) {
        return true;
      }
    }
    return false;
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

  /** Runs queries in one round trip, and while watching the state with them. */
  void forEach(Database database, List<Query> queries) throws SQLException {
    List<Query> all = new ArrayList<>(queries);
    if (isWatching) {
      all.add(0, new Query(STATE, this::see));
    }
    send();
    List<@Nullable Object> parameters = new ArrayList<>();
    for (Query query : all) {
      for (Object parameter : query.parameters()) {
        parameters.add(parameter instanceof List<?> numbers ? numbers.toString() : parameter);
      }
    }
    database.run(
        all.stream().map(Query::sql).collect(Collectors.joining(";\n")),
        statement -> {
          statement.execute();
          for (Query query : all) {
            query.read(statement.getResultSet());
            statement.getMoreResults();
          }
          return true;
        },
        parameters.toArray());
  }

  /**
   * Runs work without a transaction. Each query also returns the state that it saw, and work that
   * saw two states runs again.
   */
  <T> T readAgain(Database database, Work<T> work) throws SQLException {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      isWatching = true;
      hasSeen = false;
      try {
        T result = work.run();
        if (!hasSeen) {
          forEach(database, List.of());
        }
        return result;
      } catch (StateException e) {
        // Tries again; if others keep writing, falls back to a transaction.
      } finally {
        isWatching = false;
      }
    }
    return database.read(work);
  }

  boolean isWatching() {
    return isWatching;
  }

  @Nullable String seenIndex() {
    return seenIndex;
  }

  /** Makes work of {@link #readAgain} start again in a transaction. */
  void requireTransaction() {
    if (isWatching) {
      throw new StateException("too many rows");
    }
  }

  private void see(ResultSet row) throws SQLException {
    requireSame.accept(row.getLong(3));
    long changes = row.getLong(1);
    String index = row.getString(2);
    boolean isNews =
        hasSeen ? changes != seenChanges : seenIndex != null && !index.equals(seenIndex);
    seenChanges = changes;
    seenIndex = index;
    hasSeen = true;
    if (isNews) {
      throw new StateException("the memory has been written to");
    }
  }
}
