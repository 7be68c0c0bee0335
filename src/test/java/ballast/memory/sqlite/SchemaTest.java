package ballast.memory.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.HistoryEntry;
import ballast.memory.Revision;
import ballast.memory.TextKey;
import ballast.memory.UnitFilter;
import ballast.memory.contract.Revisions;
import ballast.memory.sql.SqlMemory;
import ballast.memory.store.Database;
import ballast.memory.store.RevisionSeal.RevisionDigest;
import ballast.memory.store.TextPair;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SchemaTest {

  public static final String AA = "0a00000000ff";
  private static final String BB = "f00000000001";

  private static final Schema.Step ONE =
      new Schema.Step(1, List.of("CREATE TABLE one (x INTEGER) STRICT"));
  private static final Schema.Step TWO =
      new Schema.Step(2, List.of("CREATE TABLE two (x INTEGER) STRICT"));
  private static final Schema.Step BROKEN =
      new Schema.Step(2, List.of("CREATE TABLE half (x INTEGER) STRICT", "INSERT INTO nowhere"));

  private static final List<String> FIRST_VERSION =
      List.of(
          "INSERT INTO language VALUES (1, 'zh-CN'), (2, 'en-US')",
          "INSERT INTO change VALUES (1, 'aligned', '2026-03-01T12:00:00Z', 'ming')",
          "INSERT INTO document VALUES (1, 'doc', 1, 2, 1)",
          "INSERT INTO revision VALUES (1, 1, 1, 1, 'doc.zh.txt', '%s', 'doc.en.txt', '%s', 0, 0, 0,"
                  .formatted("a".repeat(64), "b".repeat(64))
              + " 0, '0.1.0', '"
              + new RevisionDigest().hex()
              + "')");

  private static List<String> tables(Database database) throws SQLException {
    return database.list(
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
        row -> row.getString(1));
  }

  @Test
  void anEmptyFileGetsEveryStep(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("memory.db");
    try (Database database =
        MemoryOpener.writer(file, Revisions.options(), new Schema(List.of(ONE, TWO)))) {
      assertThat(tables(database)).containsExactly("one", "two");
      assertThat(Schema.versionOf(database)).isEqualTo(2);
      assertThat(database.number("PRAGMA application_id")).isEqualTo(Schema.APPLICATION_ID);
      assertThat(database.list("PRAGMA journal_mode", row -> row.getString(1)))
          .containsExactly("wal");
    }
  }

  @Test
  void theTriggersOfAMemoryAreKnownWithoutItsSteps() throws SQLException {
    try (Database database = Connections.scratch(Schema.CURRENT)) {
      assertThat(MemoryIdentity.of(database).triggers())
          .containsExactlyInAnyOrderElementsOf(Schema.TRIGGERS);
    }
    try (Database database = Connections.scratch(Schema.CURRENT.upTo(5))) {
      assertThat(MemoryIdentity.of(database).triggers()).hasSize(2).allMatch(SchemaTest::isOurs);
    }
    assertThat(isOurs("CREATE TRIGGER t AFTER DELETE ON unit BEGIN SELECT 1; END")).isFalse();
  }

  private static boolean isOurs(String trigger) {
    return Schema.CURRENT.hasMade(List.of(trigger));
  }

  @Test
  void anOlderMemoryGetsTheMissingSteps(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("memory.db");
    MemoryOpener.writer(file, Revisions.options(), new Schema(List.of(ONE))).close();
    Schema later = new Schema(List.of(ONE, TWO));
    assertThatThrownBy(() -> MemoryOpener.reader(file, later))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has version 1, this Ballast reads version 2");
    MemoryOpener.writer(file, Revisions.options(), later).close();
    try (Database database = MemoryOpener.reader(file, later)) {
      assertThat(tables(database)).containsExactly("one", "two");
    }
  }

  @Test
  void aMemoryOfTheFirstVersionKeepsItsRevisions(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("memory.db");
    try (Database database =
        MemoryOpener.writer(file, Revisions.options(), Schema.CURRENT.upTo(1))) {
      for (String statement : FIRST_VERSION) {
        database.execute(statement);
      }
    }
    try (SqlMemory memory = new SqliteStore(file).openForWriting(Revisions.options())) {
      Revision old = memory.latestRevision("doc").orElseThrow();
      assertThat(old.units()).isZero();
      assertThat(old.run().settings()).isEmpty();
      assertThat(old.run().isOf("a".repeat(64), "b".repeat(64), "")).isFalse();
      memory.addRevision(Revisions.revision("doc", "甲", "a"));
      assertThat(memory.latestRevision("doc").orElseThrow().run().settings()).isEqualTo("usual");
      assertThat(memory.verify()).isEmpty();
    }
  }

  /** Two units of one revision, one of them judged later; as version 2 wrote them. */
  public static List<String> secondVersion() {
    List<String> statements = new ArrayList<>();
    RevisionDigest digest = new RevisionDigest();
    digest.add(AA, new TextPair("甲。", "A."), "");
    digest.add(BB, new TextPair("乙。", "B."), "");
    statements.add("INSERT INTO language VALUES (1, 'zh-CN'), (2, 'en-US')");
    statements.add(
        "INSERT INTO change VALUES (1, 'aligned', '2026-03-01T12:00:00Z', 'ming'),"
            + " (2, 'judged', '2026-03-02T12:00:00Z', 'li')");
    statements.add("INSERT INTO document VALUES (1, 'doc', 1, 2, 2)");
    statements.add(
        "INSERT INTO revision VALUES (1, 1, 1, 1, 'doc.zh.txt', '%s', 'doc.en.txt', '%s', 2, 2, 2, 0,"
                .formatted("a".repeat(64), "b".repeat(64))
            + " '0.1.0', '"
            + digest.hex()
            + "', 'usual')");
    statements.add(
        "INSERT INTO unit VALUES (1, '%s', 1, 1, 2, 1, 87, 1, 2, NULL, %d, %d, NULL, '甲。', 'A.'),"
                .formatted(AA, TextKey.hash("甲。"), TextKey.hash("A."))
            + " (2, '%s', 1, 1, 2, 0, 87, 1, 1, NULL, %d, %d, NULL, '乙。', 'B.')"
                .formatted(BB, TextKey.hash("乙。"), TextKey.hash("B.")));
    statements.add("INSERT INTO placement VALUES (1, 1, 1, 1), (1, 2, 2, 2)");
    statements.add(
        "INSERT INTO unit_history (unit, change, kind, old_status, old_changed_in)"
            + " VALUES (1, 2, 'judged', 0, 1)");
    return statements;
  }

  @Test
  void aChangeOfTheSecondSchemaVersionCanBeTakenBack(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("memory.db");
    try (Database database =
        MemoryOpener.writer(file, Revisions.options(), Schema.CURRENT.upTo(2))) {
      for (String statement : secondVersion()) {
        database.execute(statement);
      }
    }
    Origin mei = new Origin("mei", "");
    try (SqlMemory memory = new SqliteStore(file).openForWriting(Revisions.options())) {
      assertThat(memory.verify()).isEmpty();
      assertThat(memory.history(AA))
          .extracting(HistoryEntry::what)
          .containsExactly(HistoryEntry.What.ADDED, HistoryEntry.What.JUDGED);
      assertThat(memory.care().undo(mei).orElseThrow().kind()).isEqualTo("judged");
      assertThat(Revisions.all(memory, UnitFilter.CURRENT))
          .extracting(unit -> unit.provenance().status() + " by " + unit.provenance().author())
          .containsExactly("DRAFT by ming", "DRAFT by ming");
      assertThat(memory.care().undo(mei).orElseThrow().kind()).isEqualTo("aligned");
      assertThat(memory.documents()).isEmpty();
      assertThat(memory.verify()).isEmpty();
    }
  }

  /** The step makes the table of the units anew; other tables refer to it. */
  @Test
  void everyColumnOfTheFifthVersionIsTakenOver(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("memory.db");
    try (Database database =
        MemoryOpener.writer(file, Revisions.options(), Schema.CURRENT.upTo(5))) {
      for (String statement : secondVersion()) {
        database.execute(
            statement
                .replace("INTO change VALUES", "INTO change (id, kind, at, author) VALUES")
                .replace("INTO unit VALUES", "INTO unit (" + FIRST_COLUMNS + ") VALUES"));
      }
      database.execute("UPDATE unit SET document = NULL, deleted_in = 2 WHERE id = 2");
      database.execute("DELETE FROM placement WHERE unit = 2");
      database.execute("UPDATE unit SET codes = 'kept', retired_in = 1 WHERE id = 1");
      database.execute("INSERT INTO unit_extras (unit, author) VALUES (2, 'wang')");
      database.execute("DELETE FROM fuzzy_pending");
    }
    String columns = FIRST_COLUMNS.replace("uid, ", "").replace("source_key, target_key, ", "");
    List<String> before = rows(file, 5, "SELECT uid, deleted_in, " + columns + " FROM unit");
    MemoryOpener.writer(file, Revisions.options(), Schema.CURRENT).close();
    String uid = "SELECT printf('%012x', uid), deleted_in, ";
    assertThat(rows(file, Schema.CURRENT.version(), uid + columns + " FROM unit"))
        .isEqualTo(before)
        .hasSize(2);
    assertThat(rows(file, Schema.CURRENT.version(), "SELECT source_key, target_key FROM unit"))
        .containsExactly(keys("甲。", "A."), keys("乙。", "B."));
    assertThat(rows(file, Schema.CURRENT.version(), "SELECT unit, author FROM unit_extras"))
        .containsExactly("2|wang");
    assertThat(rows(file, Schema.CURRENT.version(), "SELECT unit FROM unit_history"))
        .containsExactly("1");
    assertThat(rows(file, Schema.CURRENT.version(), "SELECT unit FROM fuzzy_pending")).isEmpty();
    assertThat(rows(file, Schema.CURRENT.version(), "PRAGMA foreign_key_check")).isEmpty();
  }

  private static final String FIRST_COLUMNS =
      "id, uid, document, source_lang, target_lang, status, confidence, created_in, changed_in,"
          + " retired_in, source_key, target_key, codes, source, target";

  private static String keys(String source, String target) {
    return TextKey.stored(source) + "|" + TextKey.stored(target);
  }

  private static List<String> rows(Path file, int version, String query) throws SQLException {
    try (Database database = MemoryOpener.reader(file, Schema.CURRENT.upTo(version))) {
      return database.list(
          query,
          row -> {
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
              values.add(row.getString(i));
            }
            return String.join("|", values);
          });
    }
  }

  /** Ballast has never written a memory of this kind. */
  @Test
  void anIdThatIsNoneLeavesTheMemoryAsItWas(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("memory.db");
    try (Database database =
        MemoryOpener.writer(file, Revisions.options(), Schema.CURRENT.upTo(2))) {
      for (String statement : secondVersion()) {
        database.execute(statement.replace(AA, "0A00000000FF"));
      }
    }
    assertThatThrownBy(() -> new SqliteStore(file).openForWriting(Revisions.options()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot become version 6");
    assertThat(rows(file, 2, "SELECT uid FROM unit")).containsExactly("0A00000000FF", BB);
  }

  @Test
  void aStepThatFailsLeavesTheMemoryAsItWas(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("memory.db");
    MemoryOpener.writer(file, Revisions.options(), new Schema(List.of(ONE))).close();
    assertThatThrownBy(
            () -> MemoryOpener.writer(file, Revisions.options(), new Schema(List.of(ONE, BROKEN))))
        .isInstanceOf(RuntimeException.class);
    try (Database database = MemoryOpener.reader(file, new Schema(List.of(ONE)))) {
      assertThat(tables(database)).containsExactly("one");
      assertThat(Schema.versionOf(database)).isEqualTo(1);
    }
  }

  @Test
  void noProcessSeesSomeOfTheStepsOfANewMemory(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("memory.db");
    assertThatThrownBy(
            () -> MemoryOpener.writer(file, Revisions.options(), new Schema(List.of(ONE, BROKEN))))
        .isInstanceOf(RuntimeException.class);
    try (Database database = MemoryOpener.forVerifying(file)) {
      assertThat(tables(database)).isEmpty();
      assertThat(Schema.versionOf(database)).isZero();
    }
  }

  @Test
  void stepsAreNumberedWithoutGaps() {
    assertThatThrownBy(() -> new Schema(List.of(TWO))).isInstanceOf(IllegalArgumentException.class);
  }
}
