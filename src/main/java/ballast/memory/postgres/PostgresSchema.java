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
import java.util.stream.Stream;

/**
 * The tables of a memory on a server, as numbered steps from nothing on. A step is never changed
 * once it has been released; later changes are further steps. The numbers are those of SQLite; the
 * first that there was on a server is 8.
 */
final class PostgresSchema {

  /**
   * A step.
   *
   * @param number the version that it leads to
   */
  record Step(int number, List<String> statements) {
    Step {
      statements = List.copyOf(statements);
    }
  }

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

  private static final String FOLDER = "/ballast/memory/";
  private static final int FIRST = 8;
  private static final String COMMENT = "(?m)^--.*\\R?";

  /** The schema of this version of Ballast; its steps are read only if a memory lacks one. */
  static final PostgresSchema CURRENT = new PostgresSchema(FIRST, List.of());

  private final int version;
  private final List<Step> later;

  private PostgresSchema(int version, List<Step> later) {
    this.version = version;
    this.later = later;
  }

  /** This schema and one more step. */
  PostgresSchema then(Step step) {
    if (step.number() != version + 1) {
      throw new IllegalArgumentException("step " + step.number() + " after " + version);
    }
    return new PostgresSchema(
        step.number(), Stream.concat(later.stream(), Stream.of(step)).toList());
  }

  /** The number of the last step. */
  int version() {
    return version;
  }

  /**
   * The version of the memory in the current schema; 0 if there is none, the user may not see it,
   * or a table of that name is something else.
   */
  static int version(Statements database) throws SQLException {
    boolean exists =
        database.number(
                """
                SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                  JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE n.nspname = current_schema() AND c.relname = 'memory' AND c.relkind = 'r'
                  AND a.attname = 'version' AND a.atttypid = CAST('int4' AS regtype)
                """)
            > 0;
    return exists ? (int) database.number("SELECT version FROM memory") : 0;
  }

  /**
   * Takes the steps that the memory in the current schema lacks. Runs inside a transaction that
   * keeps other processes from doing the same.
   *
   * @param from the version of the memory; 0 if there is none
   */
  void migrate(Statements database, int from) throws SQLException {
    // Functions keep the path of this moment. Unless it is named, pg_temp comes first in it, and
    // anybody's temporary table would stand for that of the memory.
    database.execute(
        "SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true)");
    if (from == 0) {
      take(database, statements(FOLDER + "postgres-8.sql"));
      take(database, statements(FOLDER + "postgres-guards.sql"));
    } else {
      database.execute("LOCK TABLE memory IN EXCLUSIVE MODE");
    }
    for (Step step : later) {
      if (step.number() > from) {
        take(database, step.statements());
        database.execute("UPDATE memory SET version = " + step.number());
      }
    }
  }

  private static void take(Statements database, List<String> statements) throws SQLException {
    for (String statement : statements) {
      database.execute(statement);
    }
  }

  /**
   * The statements of a resource: blank lines between them, comments before them.
   *
   * @param name its full name
   */
  static List<String> statements(String name) {
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
