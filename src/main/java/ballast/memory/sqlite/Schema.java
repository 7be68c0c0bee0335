package ballast.memory.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.memory.store.Database;
import ballast.memory.store.Statements;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a memory, as numbered steps from an empty file on. A step is never changed once it
 * has been released; later changes are further steps.
 *
 * <p>{@code PRAGMA application_id} is {@link #APPLICATION_ID}, the letters {@code BaTM}; {@code
 * PRAGMA user_version} is the number of the last step taken.
 *
 * <p>Times are text, UTC, whole seconds, ISO 8601: {@code 2026-03-01T09:30:00Z}. Statuses are 0
 * draft, 1 approved, 2 rejected. Confidences are hundredths. Inline codes are as {@link
 * ballast.memory.store.CodesColumn} writes them, null when there are none. Keys are as {@link
 * ballast.memory.TextKey#stored} and unit ids as {@link ballast.memory.store.UnitId#number} makes
 * them.
 */
public final class Schema {

  /** The letters {@code BaTM} as a number. */
  public static final int APPLICATION_ID = 0x4261544D;

  /**
   * One step.
   *
   * @param number 1 for the first, then without gaps; the {@code user_version} it leads to
   */
  record Step(int number, List<String> statements) {
    Step {
      statements = List.copyOf(statements);
    }
  }

  /** Those of a memory that is up to date, to be known without reading the steps. */
  static final Set<String> TRIGGERS =
      Set.of(
          """
          CREATE TRIGGER fuzzy_changed
          AFTER UPDATE OF source, target, source_lang, target_lang ON unit
          BEGIN
            INSERT INTO fuzzy_pending (unit) VALUES (NEW.id);
          END\
          """,
          """
          CREATE TRIGGER fuzzy_deleted AFTER DELETE ON unit
          BEGIN
            INSERT INTO fuzzy_pending (unit) VALUES (OLD.id);
          END\
          """);

  private static final String COMMENT = "(?m)^--.*\\R?";

  /** How many steps there are; each is in {@code schema-N.sql}. */
  private static final int STEPS = 8;

  /** The schema of this version of Ballast. */
  public static final Schema CURRENT = new Schema(STEPS);

  private final int version;

  /** Null stands for the steps in the resources, which are read only if a file lacks one. */
  private final @Nullable List<Step> given;

  private Schema(int version) {
    this.version = version;
    this.given = null;
  }

  /** A schema of these steps, numbered from 1. */
  Schema(List<Step> steps) {
    this.version = steps.size();
    this.given = List.copyOf(steps);
    for (int i = 0; i < version; i++) {
      if (steps.get(i).number() != i + 1) {
        throw new IllegalArgumentException("step " + steps.get(i).number() + " at " + i);
      }
    }
  }

  private List<Step> steps() {
    return given == null
        ? IntStream.rangeClosed(1, version).mapToObj(Schema::read).toList()
        : given;
  }

  /** A step of the resources: statements with blank lines between them, comments before them. */
  private static Step read(int number) {
    String name = "schema-" + number + ".sql";
    try (InputStream in = Schema.class.getResourceAsStream("/ballast/memory/" + name)) {
      String text =
          new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8).replace("\r\n", "\n");
      return new Step(
          number,
          Arrays.stream(text.replaceAll(COMMENT, "").split("\n\n"))
              .map(String::strip)
              .filter(statement -> !statement.isEmpty())
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The schema as it was after step {@code number}. */
  public Schema upTo(int number) {
    return new Schema(steps().subList(0, number));
  }

  /** Whether each of these statements, as a file keeps them, has made a trigger in a step. */
  boolean hasMade(List<String> triggers) {
    Set<String> unknown = new HashSet<>(triggers);
    unknown.removeAll(TRIGGERS);
    for (int number = version; number > 0 && !unknown.isEmpty(); number--) {
      Step step = given == null ? read(number) : given.get(number - 1);
      step.statements().forEach(unknown::remove);
    }
    return unknown.isEmpty();
  }

  /** The number of the last step. */
  public int version() {
    return version;
  }

  /**
   * Takes every step that the file lacks, all in one transaction: no other process sees a memory
   * that is half made or half brought up to date.
   *
   * @throws InputException if the file holds data that a step cannot convert; the file then stays
   *     as it was
   */
  void migrate(Database database) throws SQLException {
    migrate(database, from -> {});
  }

  /** Looks at a database before the first step, in the same transaction. */
  @FunctionalInterface
  interface Precondition {

    /**
     * Throws if the database must stay as it is.
     *
     * @param from its version, below that of the schema
     */
    void require(int from) throws SQLException;
  }

  /** As the other one, unless {@code precondition} throws. */
  void migrate(Database database, Precondition precondition) throws SQLException {
    if (versionOf(database) >= version) {
      return;
    }
    // A table with references to it can be replaced only while foreign keys are not checked.
    database.unchecked(
        () ->
            database.write(
                () -> {
                  // Another process may have taken the steps while this one waited.
                  int from = versionOf(database);
                  if (from < version) {
                    precondition.require(from);
                    takeAfter(from, database);
                  }
                  return from;
                }));
  }

  private void takeAfter(int from, Database database) throws SQLException {
    for (Step step : steps()) {
      if (step.number() > from) {
        take(database, step);
      }
    }
  }

  /** The {@code user_version} of a file. */
  public static int versionOf(Statements database) throws SQLException {
    return (int) database.number("PRAGMA user_version");
  }

  private static void take(Database database, Step step) throws SQLException {
    if (step.number() == 1) {
      database.execute("PRAGMA application_id = " + APPLICATION_ID);
    }
    try {
      for (String statement : step.statements()) {
        database.execute(statement);
      }
    } catch (SQLException e) {
      if (SqliteErrors.code(e) == SqliteErrors.CONSTRAINT) {
        String detail = "it cannot become version " + step.number() + ": " + SqliteErrors.detail(e);
        throw database.engine().damaged(detail, e);
      }
      throw e;
    }
    database.execute("PRAGMA user_version = " + step.number());
  }
}
