package ballast.memory.postgres;

import static ballast.memory.contract.Revisions.all;
import static ballast.memory.contract.Revisions.revision;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.memory.Memory;
import ballast.memory.TeamStore;
import ballast.memory.UnitFilter;
import ballast.memory.contract.Revisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of a memory on a server: their shape, their versions, their backup. */
final class PostgresSchemaTest {

  private static final Path SHAPE = Path.of("src/main/resources/ballast/memory/postgres-8.txt");

  /** Version 9 as it might be. */
  private static final PostgresSchema NEXT =
      PostgresSchema.CURRENT.then(
          new PostgresSchema.Step(
              9,
              List.of(
                  "ALTER TABLE unit ADD COLUMN mark TEXT COLLATE \"C\" NOT NULL DEFAULT ''",
                  "CREATE TABLE mark (id BIGINT PRIMARY KEY)")));

  private PostgresServer server;
  private PostgresAddress address;
  private PostgresStore store;

  @BeforeEach
  void make(@TempDir Path folder) {
    server = PostgresServer.get();
    address = server.memory(folder);
    store = server.made(folder);
    try (Memory memory = store.openForWriting(Revisions.options())) {
      memory.addRevision(revision("doc", "春天来了。", "Spring has come."));
    }
  }

  private void sql(String statement) {
    server.execute(statement.replace("{}", address.memory()));
  }

  /** Run with {@code -Dgolden.update=true} to write the resource anew. */
  @Test
  void theRecordedShapeIsThatOfNewTables() throws SQLException, IOException {
    try (var database =
        new PostgresOpener(
                address, CacheFolder.NONE, PostgresSchema.CURRENT, GuardedSockets.PATIENCE)
            .forSetup()) {
      List<String> shape = PostgresShape.of(database);
      if (Boolean.getBoolean("golden.update")) {
        Files.write(SHAPE, shape, UTF_8);
      }
      assertThat(Files.readAllLines(SHAPE, UTF_8)).isEqualTo(shape);
    }
  }

  @Test
  void whateverIsOtherThanItShouldBeIsReported() {
    assertThat(store.verify()).isEmpty();
    sql("ALTER TABLE {}.unit ALTER COLUMN confidence TYPE INTEGER");
    sql("DROP INDEX {}.unit_target_key");
    sql("ALTER TABLE {}.pin DROP CONSTRAINT pin_document_fkey");
    sql("ALTER TABLE {}.change DISABLE TRIGGER change_guard");
    sql("ALTER TABLE {}.document ALTER COLUMN name TYPE TEXT COLLATE \"default\"");
    sql("CREATE TABLE {}.notes (text TEXT)");
    sql(
        """
        CREATE OR REPLACE FUNCTION {}.guard_source() RETURNS trigger LANGUAGE plpgsql
        SET search_path FROM CURRENT AS 'BEGIN RETURN NEW; END'
        """);
    sql("ALTER FUNCTION {}.guard_unit() SECURITY DEFINER");
    sql("ALTER FUNCTION {}.guard_count() SET search_path = public");
    sql("ALTER FUNCTION {}.visible(TEXT) RENAME TO seen");
    assertThat(store.verify())
        .anyMatch(problem -> problem.contains("column unit.confidence is not as it should be"))
        .anyMatch(problem -> problem.contains("index unit_target_key is missing"))
        .anyMatch(problem -> problem.contains("constraint pin.pin_document_fkey is missing"))
        .anyMatch(problem -> problem.contains("trigger change.change_guard is not as it should"))
        .anyMatch(problem -> problem.contains("column document.name is not as it should be"))
        .anyMatch(problem -> problem.contains("function guard_source is not as it should be"))
        .anyMatch(problem -> problem.contains("function guard_unit is not as it should be"))
        .anyMatch(problem -> problem.contains("function guard_count is not as it should be"))
        .anyMatch(problem -> problem.contains("function visible is missing"))
        .noneMatch(problem -> problem.contains("notes") || problem.contains("seen"));
  }

  @Test
  void anOlderMemoryIsBroughtUpToDateByItsOwnerOnly() {
    store.grant(TeamStore.Role.MAINTAINER, "cao");
    PostgresStore next = new PostgresStore(address, NEXT, CacheFolder.NONE);
    PostgresAddress caos =
        new PostgresAddress(
            address.host(), address.port(), address.database(), "cao", address.memory());
    for (PostgresStore older : List.of(next, new PostgresStore(caos, NEXT, CacheFolder.NONE))) {
      assertThatThrownBy(older::openForReading)
          .isInstanceOfSatisfying(
              InputException.class,
              e ->
                  assertThat(e.hint())
                      .isEqualTo(
                          "have its owner run `ballast tm init`; it brings the memory up to date"))
          .hasMessageContaining("has version 8, this Ballast reads version 9");
      assertThatThrownBy(() -> older.openForWriting(Revisions.options()))
          .isInstanceOf(InputException.class);
    }
    assertThatThrownBy(new PostgresStore(caos, NEXT, CacheFolder.NONE)::make)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the user \"cao\" may not do that");
    assertThat(next.make().done()).containsExactly("brought the memory from version 8 to 9");
    assertThat(next.make().done()).isEmpty();
    try (Memory memory =
        new PostgresStore(caos, NEXT, CacheFolder.NONE).openForWriting(Revisions.options())) {
      memory.addRevision(revision("other", "乙。", "B."));
      assertThat(all(memory, UnitFilter.CURRENT)).hasSize(2);
    }
    // The rights of the roles extend to the new table.
    assertThat(
            server.number(
                "SELECT count(*) WHERE has_table_privilege('cao', '{}.mark', 'SELECT')"
                    .replace("{}", address.memory())))
        .isEqualTo(1);
    assertThatThrownBy(store::openForReading)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has version 9, this Ballast knows versions up to 8");
  }

  /** Otherwise the server reads the whole table for each change that a compaction removes. */
  @Test
  void whatNamesAChangeARevisionOrAUnitIsFoundByAnIndex() throws SQLException {
    try (var database =
        new PostgresOpener(
                address, CacheFolder.NONE, PostgresSchema.CURRENT, GuardedSockets.PATIENCE)
            .forSetup()) {
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
    sql("INSERT INTO {}.unit_extras (unit, author) VALUES (1, 'mei')");
    String unit =
        "INSERT INTO {}.unit (id, uid, source_lang, target_lang, status, confidence, source_key,"
            + " target_key, created_in, changed_in, source, target)"
            + " VALUES (9, 9, %d, %d, 0, 0, 0, 0, %d, %d, 'a', 'b')";
    for (String statement :
        List.of(
            unit.formatted(9, 1, 1, 1),
            unit.formatted(1, 9, 1, 1),
            unit.formatted(1, 1, 9, 1),
            unit.formatted(1, 1, 1, 9),
            unit.formatted(1, 1, 1, 1),
            "INSERT INTO {}.unit_extras (unit) VALUES (9)",
            "DELETE FROM {}.placement; DELETE FROM {}.unit",
            "UPDATE {}.document SET changed_in = 2; UPDATE {}.revision SET change = 2;"
                + " INSERT INTO {}.change VALUES (2, 'judged', '2026-03-01T12:00:00Z', '"
                + PostgresServer.USER
                + "'); DELETE FROM {}.change WHERE id = 1")) {
      assertThatThrownBy(() -> sql(statement))
          .as(statement)
          .hasRootCauseInstanceOf(SQLException.class)
          .rootCause()
          .hasFieldOrPropertyWithValue("SQLState", "23503")
          .hasMessageMatching("(?s).*(unit names|extras (are|of)|there are extras).*");
    }
    sql(
        "INSERT INTO {}.change VALUES (2, 'judged', '2026-03-01T12:00:00Z', '"
            + PostgresServer.USER
            + "'); "
            + unit.formatted(1, 1, 2, 2));
    sql("UPDATE {}.unit SET changed_in = 2, source_lang = 1 WHERE id = 9");
    try (Memory memory = store.openForReading()) {
      assertThat(memory.unitCount()).isEqualTo(2);
    }
  }

  @Test
  void aStepThatFailsLeavesTheMemoryAsItWas() {
    PostgresStore broken =
        new PostgresStore(
            address,
            PostgresSchema.CURRENT.then(
                new PostgresSchema.Step(
                    9, List.of("CREATE TABLE mark (id BIGINT)", "ALTER TABLE nowhere ADD x TEXT"))),
            CacheFolder.NONE);
    assertThatThrownBy(broken::make).isInstanceOf(InputException.class);
    assertThat(store.verify()).isEmpty();
    assertThat(
            server.number(
                "SELECT count(*) FROM pg_tables WHERE tablename = 'mark'"
                    + " AND schemaname = '"
                    + address.memory()
                    + "'"))
        .isZero();
  }

  @Test
  void aBackupOfOneMemoryIsRestoredWithPgDump() {
    store.grant(TeamStore.Role.TRANSLATOR, "ann");
    String file = server.folder().resolve(address.memory() + ".dump").toString();
    server.program("pg_dump", address.database(), "-n", address.memory(), "-Fc", "-f", file);
    String other = "restored_" + address.memory();
    server.execute("CREATE DATABASE " + other + " TEMPLATE template0");
    server.program("pg_restore", other, "--exit-on-error", file);
    try (Memory memory =
        new PostgresStore(
                new PostgresAddress(address.host(), address.port(), other, "ann", address.memory()))
            .openForWriting(Revisions.options())) {
      assertThat(Revisions.texts(all(memory, UnitFilter.CURRENT)))
          .containsExactly("春天来了。|Spring has come.");
      memory.addRevision(revision("other", "乙。", "B."));
      assertThat(memory.verify()).isEmpty();
      assertThat(memory.verifyIndex(5)).isEmpty();
    }
    server.execute("DROP DATABASE " + other);
  }
}
