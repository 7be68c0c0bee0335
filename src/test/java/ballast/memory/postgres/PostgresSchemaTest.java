package ballast.memory.postgres;

import static ballast.memory.contract.Revisions.current;
import static ballast.memory.contract.Revisions.revision;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.memory.Memory;
import ballast.memory.TeamStore;
import ballast.memory.contract.Revisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tables of a memory on a server: their shape, their versions, their backup. */
final class PostgresSchemaTest extends PostgresTest {

  private static final Path SHAPE = Path.of("src/main/resources/ballast/memory/postgres.txt");

  @BeforeEach
  void make() {
    owner.make();
    add(owner, "doc");
  }

  /** Run with {@code -Dgolden.update=true} to write the resource anew. */
  @Test
  void theRecordedShapeIsThatOfNewTables() throws SQLException, IOException {
    try (var database =
        new PostgresOpener(address, CacheFolder.NONE, GuardedSockets.PATIENCE).forSetup()) {
      List<String> shape = PostgresShape.of(database);
      if (Boolean.getBoolean("golden.update")) {
        Files.write(SHAPE, shape, UTF_8);
      }
      assertThat(Files.readAllLines(SHAPE, UTF_8)).isEqualTo(shape);
    }
  }

  @Test
  void whateverIsOtherThanItShouldBeIsReported() {
    assertThat(owner.verify()).isEmpty();
    sql("ALTER TABLE {}.unit ALTER COLUMN confidence TYPE INTEGER");
    sql("DROP INDEX {}.unit_target_key");
    sql("ALTER TABLE {}.pin DROP CONSTRAINT pin_document_fkey");
    sql("ALTER TABLE {}.unit DISABLE TRIGGER unit_recorded");
    sql("ALTER TABLE {}.document ALTER COLUMN name TYPE TEXT COLLATE \"default\"");
    sql("CREATE TABLE {}.notes (text TEXT)");
    sql(
        """
        CREATE OR REPLACE FUNCTION {}.check_unit() RETURNS trigger LANGUAGE plpgsql
        SET search_path FROM CURRENT AS 'BEGIN RETURN NEW; END'
        """);
    sql("ALTER FUNCTION {}.record_unit() SECURITY INVOKER");
    sql("ALTER FUNCTION {}.check_added() SET search_path = public");
    sql("ALTER FUNCTION {}.visible(TEXT) RENAME TO seen");
    assertThat(String.join("\n", owner.verify()))
        .contains(
            "column unit.confidence is not as it should be",
            "index unit_target_key is missing",
            "constraint pin.pin_document_fkey is missing",
            "trigger unit.unit_recorded is not as it should",
            "column document.name is not as it should be",
            "function check_unit is not as it should be",
            "function record_unit is not as it should be",
            "function check_added is not as it should be",
            "function visible is missing")
        .doesNotContain("notes", "seen");
  }

  /** Before 1.0 the version had another column, and was 8. */
  @Test
  void aMemoryBeforeOneIsNamedWithTheWayOut() {
    sql("ALTER TABLE {}.memory RENAME schema_version TO version");
    sql("UPDATE {}.memory SET version = 8");
    for (ThrowingCallable opening :
        List.<ThrowingCallable>of(
            owner::openForReading,
            () -> owner.openForWriting(Revisions.options()),
            owner::make,
            owner::members,
            owner::verify)) {
      assertRefused(
          opening,
          "the memory \"%s\" is of a Ballast before 1.0".formatted(address),
          "`ballast tm export --format tmx -o old.tmx`",
          "`ballast tm init`",
          "`ballast tm import old.tmx`");
    }
  }

  /** Otherwise the server reads the whole table for each change that a compaction removes. */
  @Test
  void whatNamesAChangeARevisionOrAUnitIsFoundByAnIndex() throws SQLException {
    try (var database =
        new PostgresOpener(address, CacheFolder.NONE, GuardedSockets.PATIENCE).forSetup()) {
      List<String> without =
          database.list(
              """
              SELECT k.conname FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
              WHERE n.nspname = current_schema() AND k.contype = 'f'
                AND k.confrelid IN ('change'::regclass, 'revision'::regclass, 'unit'::regclass)
                AND NOT EXISTS (SELECT FROM pg_index i
                  WHERE i.indrelid = k.conrelid AND i.indkey[0] = k.conkey[1])
              """,
              row -> row.getString(1));
      assertThat(without).isEmpty();
    }
  }

  @Test
  void noUnitNamesWhatDoesNotExist() {
    String change = "INSERT INTO {}.member_change (kind) VALUES ('imported'); ";
    String unit =
        change
            + "INSERT INTO {}.unit (id, uid, source_lang, target_lang, status, confidence,"
            + " source_key, target_key, created_in, changed_in, source, target)"
            + " VALUES (2, 9, %d, %d, 0, 0, 0, 0, %d, %d, 'a', 'b')";
    for (String statement :
        List.of(
            unit.formatted(9, 1, 2, 2),
            unit.formatted(1, 9, 2, 2),
            unit.formatted(1, 1, 9, 2),
            unit.formatted(1, 1, 2, 9),
            unit.formatted(1, 1, 1, 1),
            change + "INSERT INTO {}.unit_extras (unit) VALUES (9)")) {
      assertThatThrownBy(() -> sql(statement))
          .as(statement)
          .hasRootCauseInstanceOf(SQLException.class)
          .rootCause()
          .hasFieldOrPropertyWithValue("SQLState", PostgresErrors.INSUFFICIENT_PRIVILEGE)
          .hasMessageMatching("(?s).*(unit names|extras are of).*");
    }
    sql(unit.formatted(1, 1, 2, 2));
    try (Memory memory = owner.openForReading()) {
      assertThat(memory.unitCount()).isEqualTo(2);
    }
  }

  @Test
  void aBackupOfOneMemoryIsRestoredWithPgDump() {
    owner.grant(TeamStore.Role.TRANSLATOR, "ann");
    String file = server.folder().resolve(schema + ".dump").toString();
    server.program("pg_dump", address.database(), "-n", schema, "-Fc", "-f", file);
    String other = "restored_" + schema;
    server.execute("CREATE DATABASE " + other + " TEMPLATE template0");
    server.program("pg_restore", other, "--exit-on-error", file);
    try (Memory memory = store(other, "ann", schema).openForWriting(Revisions.options())) {
      assertThat(Revisions.texts(current(memory))).containsExactly("春天来了。|Spring has come.");
      memory.addRevision(revision("other", "乙。", "B."));
      assertThat(memory.verify()).isEmpty();
      assertThat(memory.verifyIndex(5)).isEmpty();
    }
    server.execute("DROP DATABASE " + other);
  }
}
