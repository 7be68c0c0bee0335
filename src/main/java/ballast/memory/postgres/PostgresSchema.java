package ballast.memory.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.memory.store.Statements;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The tables of a memory on a server. Their versions are those of SQLite; the first that there was
 * on a server is 8.
 */
final class PostgresSchema {

  /** The version of this Ballast. */
  static final int VERSION = 8;

  /** All tables, in an order in which each refers only to tables before it. */
  static final List<String> TABLES =
      List.of(
          "memory",
          "language",
          "change",
          "document",
          "revision",
          "unit",
          "placement",
          "unit_history",
          "unit_extras",
          "unit_extras_history",
          "pin",
          "recorded_beads",
          "fuzzy_state",
          "fuzzy_part",
          "fuzzy_block",
          "fuzzy_pending");

  private static final String COMMENT = "(?m)^--.*\\R?";

  private PostgresSchema() {}

  /** The version of the memory in the current schema; 0 if there is none. */
  static int version(Statements database) throws SQLException {
    boolean exists =
        database.number(
                """
                SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = current_schema() AND c.relname = 'memory' AND c.relkind = 'r'
                """)
            > 0;
    return exists ? (int) database.number("SELECT version FROM memory") : 0;
  }

  /** Makes the tables in the current schema, which has none. */
  static void make(Statements database) throws SQLException {
    for (String statement : statements()) {
      database.execute(statement);
    }
  }

  /** Statements with blank lines between them, comments before them. */
  private static List<String> statements() {
    String name = "/ballast/memory/postgres-8.sql";
    try (InputStream in = PostgresSchema.class.getResourceAsStream(name)) {
      String text =
          new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8).replace("\r\n", "\n");
      return Arrays.stream(text.replaceAll(COMMENT, "").split("\n\n"))
          .map(String::strip)
          .filter(statement -> !statement.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
