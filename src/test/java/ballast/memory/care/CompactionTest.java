package ballast.memory.care;

import static ballast.memory.sqlite.Revisions.all;
import static ballast.memory.sqlite.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.memory.Compaction;
import ballast.memory.DocumentSummary;
import ballast.memory.MemoryCare;
import ballast.memory.Origin;
import ballast.memory.RevisionInfo;
import ballast.memory.UnitFilter;
import ballast.memory.sqlite.Revisions;
import ballast.memory.sqlite.SqliteMemory;
import ballast.memory.store.Database;
import ballast.memory.store.MemoryOpener;
import ballast.memory.store.MemoryOpenerTest;
import ballast.memory.store.Schema;
import ballast.memory.store.SchemaTest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompactionTest {

  private static final Origin MEI = new Origin("mei", "");

  private static SqliteMemory open(Path folder) {
    return SqliteMemory.openForWriting(folder.resolve("memory.db"), Revisions.options());
  }

  /** Two documents with two revisions each, one taken back, units judged, replaced, deleted. */
  private static void fill(Path folder) {
    for (int i = 1; i <= 2; i++) {
      try (SqliteMemory memory = open(folder)) {
        memory.addRevision(Revisions.large("long", 300, i));
      }
      try (SqliteMemory memory = open(folder)) {
        memory.addRevision(revision("short", "甲乙丙。", "One, " + i + ".", "丁。", "Four."));
      }
    }
    try (SqliteMemory memory = open(folder)) {
      memory.addRevision(revision("gone", "没有了。", "It is gone."));
    }
    try (SqliteMemory memory = open(folder)) {
      memory.care().undo(MEI);
      List<Unit> units = all(memory, UnitFilter.CURRENT);
      MemoryCare care = memory.care();
      care.delete(
          UnitFilter.CURRENT.named(Set.of(units.get(7).id(), units.get(300).id())),
          MEI,
          edit -> {});
      care.judge(
          UnitFilter.CURRENT.named(Set.of(units.get(0).id())), Status.APPROVED, MEI, edit -> {});
    }
  }

  /** As memories of earlier versions are; the size of the pages is fixed while a log is in use. */
  @Test
  void smallPagesBecomeLargeOnesUnlessSomebodyReads(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("memory.db");
    MemoryOpenerTest.sql(file, "PRAGMA page_size = 4096", "PRAGMA journal_mode = WAL");
    try (Database database =
        MemoryOpener.writer(file, Revisions.options(), Schema.CURRENT.upTo(2))) {
      for (String statement : SchemaTest.secondVersion()) {
        database.execute(statement);
      }
    }
    try (SqliteMemory memory = open(folder)) {
      List<Unit> before = all(memory, UnitFilter.CURRENT);
      try (SqliteMemory reader = SqliteMemory.openForReading(file)) {
        assertThat(all(reader, UnitFilter.CURRENT)).isEqualTo(before);
        memory.care().compact(MEI);
        assertThat(memory.database().number("PRAGMA page_size")).isEqualTo(4096);
      }
      memory.care().compact(MEI);
      assertThat(memory.database().number("PRAGMA page_size")).isEqualTo(Database.PAGE_SIZE);
      assertThat(memory.database().list("PRAGMA journal_mode", row -> row.getString(1)))
          .containsExactly("wal");
      assertThat(all(memory, UnitFilter.CURRENT)).isEqualTo(before);
      assertThat(memory.verify()).isEmpty();
    }
  }

  /** Whoever dies between making the file smaller and going back to the log leaves it so. */
  @Test
  void aMemoryWithoutLogGetsItBackAndMayBeReadBefore(@TempDir Path folder) throws SQLException {
    fill(folder);
    Path file = folder.resolve("memory.db");
    MemoryOpenerTest.sql(file, "PRAGMA journal_mode = DELETE");
    try (SqliteMemory memory = SqliteMemory.openForReading(file)) {
      assertThat(memory.verify()).isEmpty();
    }
    try (SqliteMemory memory = open(folder)) {
      assertThat(memory.database().list("PRAGMA journal_mode", row -> row.getString(1)))
          .containsExactly("wal");
    }
  }

  @Test
  void whatIsShownStaysAndTheRestGoes(@TempDir Path folder) {
    fill(folder);
    List<Unit> before;
    try (SqliteMemory memory = SqliteMemory.openForReading(folder.resolve("memory.db"))) {
      before = all(memory, UnitFilter.CURRENT);
      Compaction plan = memory.care().compact(MEI);
      assertThat(plan.deletedUnits()).isEqualTo(2);
      assertThat(plan.revisions()).isEqualTo(3);
      assertThat(plan.documents()).isEqualTo(1);
    }
    try (SqliteMemory memory = open(folder)) {
      Compaction done = memory.care().compact(MEI);
      assertThat(done.bytesAfter()).isLessThan(done.bytesBefore());
    }
    try (SqliteMemory memory = open(folder)) {
      assertThat(all(memory, UnitFilter.CURRENT)).isEqualTo(before);
      assertThat(all(memory, UnitFilter.CURRENT.withRetired())).isEqualTo(before);
      assertThat(all(memory, UnitFilter.CURRENT.onlyDeleted())).isEmpty();
      assertThat(memory.documents())
          .extracting(DocumentSummary::name)
          .containsExactly("long", "short");
      assertThat(memory.revisions("short")).extracting(RevisionInfo::number).containsExactly(2);
      assertThat(memory.verify()).isEmpty();
      MemoryCare care = memory.care();
      assertThat(care.undo(MEI)).isEmpty();
      assertThat(care.redo(MEI)).isEmpty();
      assertThat(care.compact(MEI).isEmpty()).isTrue();
    }
  }

  @Test
  void workGoesOnAfterwards(@TempDir Path folder) {
    fill(folder);
    try (SqliteMemory memory = open(folder)) {
      memory.care().compact(MEI);
    }
    List<Unit> before;
    try (SqliteMemory memory = open(folder)) {
      before = all(memory, UnitFilter.CURRENT);
      assertThat(memory.addRevision(revision("short", "甲乙丙。", "Three.", "丁。", "Four.")).revision())
          .isEqualTo(3);
      assertThat(memory.addRevision(revision("gone", "没有了。", "Gone.")).revision()).isEqualTo(1);
      assertThat(memory.verify()).isEmpty();
    }
    try (SqliteMemory memory = open(folder)) {
      assertThat(memory.care().undo(MEI)).isPresent();
      assertThat(all(memory, UnitFilter.CURRENT)).isEqualTo(before);
      assertThat(memory.verify()).isEmpty();
    }
  }

  @Test
  void aFullDiskLeavesASoundMemory(@TempDir Path folder) throws SQLException {
    fill(folder);
    try (SqliteMemory memory = open(folder)) {
      List<Unit> before = all(memory, UnitFilter.CURRENT);
      memory.database().execute("CREATE TABLE filler (x BLOB) STRICT");
      long pages = memory.database().number("PRAGMA page_count");
      memory.database().list("PRAGMA max_page_count = " + pages, row -> row.getLong(1));
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 1000; i++) {
                  memory.database().update("INSERT INTO filler VALUES (zeroblob(4000))");
                }
              })
          .isInstanceOf(SQLException.class);
      try {
        memory.care().compact(MEI);
      } catch (InputException e) {
        assertThat(e).hasMessageContaining("the disk is full");
      }
      memory.database().execute("DROP TABLE filler");
      assertThat(all(memory, UnitFilter.CURRENT)).isEqualTo(before);
      assertThat(memory.verify()).isEmpty();
    }
  }
}
