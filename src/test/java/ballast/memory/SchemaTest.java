package ballast.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import java.nio.file.Path;
import java.sql.SQLException;
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
