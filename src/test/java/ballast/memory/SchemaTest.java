package ballast.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SchemaTest {

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
        Opening.writer(file, Revisions.options(), new Schema(List.of(ONE, TWO)))) {
      assertThat(tables(database)).containsExactly("one", "two");
      assertThat(Schema.versionOf(database)).isEqualTo(2);
      assertThat(database.number("PRAGMA application_id")).isEqualTo(Schema.APPLICATION_ID);
      assertThat(database.list("PRAGMA journal_mode", row -> row.getString(1)))
          .containsExactly("wal");
    }
  }

  @Test
  void anOlderMemoryGetsTheMissingSteps(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("memory.db");
    Opening.writer(file, Revisions.options(), new Schema(List.of(ONE))).close();
    Schema later = new Schema(List.of(ONE, TWO));
    assertThatThrownBy(() -> Opening.reader(file, later))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has version 1, this Ballast reads version 2");
    Opening.writer(file, Revisions.options(), later).close();
    try (Database database = Opening.reader(file, later)) {
      assertThat(tables(database)).containsExactly("one", "two");
    }
  }

  @Test
  void aMemoryOfTheFirstVersionKeepsItsRevisions(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("memory.db");
    try (Database database = Opening.writer(file, Revisions.options(), Schema.CURRENT.upTo(1))) {
      for (String statement : FIRST_VERSION) {
        database.execute(statement);
      }
    }
    try (SqliteMemory memory = SqliteMemory.openForWriting(file, Revisions.options())) {
      RevisionInfo old = memory.latestRevision("doc").orElseThrow();
      assertThat(old.units()).isZero();
      assertThat(old.settings()).isEmpty();
      assertThat(old.isOf("a".repeat(64), "b".repeat(64), "")).isFalse();
      memory.addRevision(Revisions.revision("doc", "甲", "a"));
      assertThat(memory.latestRevision("doc").orElseThrow().settings()).isEqualTo("usual");
      assertThat(memory.verify()).isEmpty();
    }
  }

  /** Two units of one revision, one of them judged later; as version 2 wrote them. */
  private static List<String> secondVersion() {
    List<String> statements = new ArrayList<>();
    RevisionDigest digest = new RevisionDigest();
    digest.add("aa", new TextPair("甲。", "A."), "");
    digest.add("bb", new TextPair("乙。", "B."), "");
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
        "INSERT INTO unit VALUES (1, 'aa', 1, 1, 2, 1, 87, 1, 2, NULL, %d, %d, NULL, '甲。', 'A.'),"
                .formatted(TextKey.hash("甲。"), TextKey.hash("A."))
            + " (2, 'bb', 1, 1, 2, 0, 87, 1, 1, NULL, %d, %d, NULL, '乙。', 'B.')"
                .formatted(TextKey.hash("乙。"), TextKey.hash("B.")));
    statements.add("INSERT INTO placement VALUES (1, 1, 1, 1), (1, 2, 2, 2)");
    statements.add(
        "INSERT INTO unit_history (unit, change, kind, old_status, old_changed_in)"
            + " VALUES (1, 2, 'judged', 0, 1)");
    return statements;
  }

  @Test
  void whatWasDoneInTheSecondVersionCanBeTakenBack(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("memory.db");
    try (Database database = Opening.writer(file, Revisions.options(), Schema.CURRENT.upTo(2))) {
      for (String statement : secondVersion()) {
        database.execute(statement);
      }
    }
    Origin mei = new Origin("mei", "");
    try (SqliteMemory memory = SqliteMemory.openForWriting(file, Revisions.options())) {
      assertThat(memory.verify()).isEmpty();
      assertThat(memory.history("aa"))
          .extracting(HistoryEntry::what)
          .containsExactly(HistoryEntry.What.ADDED, HistoryEntry.What.JUDGED);
      assertThat(new MemoryCare(memory).undo(mei).orElseThrow().kind()).isEqualTo("judged");
      assertThat(Revisions.all(memory, UnitFilter.CURRENT))
          .extracting(unit -> unit.provenance().status() + " by " + unit.provenance().author())
          .containsExactly("DRAFT by ming", "DRAFT by ming");
      assertThat(new MemoryCare(memory).undo(mei).orElseThrow().kind()).isEqualTo("aligned");
      assertThat(memory.documents()).isEmpty();
      assertThat(memory.verify()).isEmpty();
    }
  }

  @Test
  void aStepThatFailsLeavesTheMemoryAsItWas(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("memory.db");
    Opening.writer(file, Revisions.options(), new Schema(List.of(ONE))).close();
    assertThatThrownBy(
            () -> Opening.writer(file, Revisions.options(), new Schema(List.of(ONE, BROKEN))))
        .isInstanceOf(RuntimeException.class);
    try (Database database = Opening.reader(file, new Schema(List.of(ONE)))) {
      assertThat(tables(database)).containsExactly("one");
      assertThat(Schema.versionOf(database)).isEqualTo(1);
    }
  }

  @Test
  void stepsAreNumberedWithoutGaps() {
    assertThatThrownBy(() -> new Schema(List.of(TWO))).isInstanceOf(IllegalArgumentException.class);
  }
}
