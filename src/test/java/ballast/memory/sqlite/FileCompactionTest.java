package ballast.memory.sqlite;

import static ballast.memory.contract.Revisions.current;
import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.MemoryCare;
import ballast.memory.Revision;
import ballast.memory.UnitFilter;
import ballast.memory.contract.Revisions;
import ballast.memory.sql.SqlMemory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The effects of a compaction on the file. */
final class FileCompactionTest {

  private static final Origin MEI = new Origin("mei", "");

  private static SqlMemory open(Path folder) {
    return new SqliteStore(folder.resolve("memory.db")).openForWriting(Revisions.options());
  }

  /** Two documents with two revisions each, one taken back, units judged, replaced, deleted. */
  private static void fill(Path folder) {
    for (int i = 1; i <= 2; i++) {
      try (SqlMemory memory = open(folder)) {
        memory.addRevision(Revisions.large("long", 300, i));
      }
      try (SqlMemory memory = open(folder)) {
        memory.addRevision(revision("short", "甲乙丙。", "One, " + i + ".", "丁。", "Four."));
      }
    }
    try (SqlMemory memory = open(folder)) {
      memory.addRevision(revision("gone", "没有了。", "It is gone."));
    }
    try (SqlMemory memory = open(folder)) {
      memory.care().undo(MEI);
      List<Unit> units = current(memory);
      MemoryCare care = memory.care();
      care.delete(
          UnitFilter.CURRENT.named(Set.of(units.get(7).id(), units.get(300).id())),
          MEI,
          edit -> {});
      care.judge(
          UnitFilter.CURRENT.named(Set.of(units.get(0).id())),
          Unit.Status.APPROVED,
          MEI,
          edit -> {});
    }
  }

  /** The page size cannot change while a log is in use. */
  @Test
  void smallPagesBecomeLargeOnesUnlessSomebodyReads(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("memory.db");
    MemoryOpenerTest.sql(file, "PRAGMA page_size = 4096", "PRAGMA journal_mode = WAL");
    try (SqlMemory memory = open(folder)) {
      memory.addRevision(revision("doc", "甲。", "A."));
      List<Unit> before = current(memory);
      try (SqlMemory reader = new SqliteStore(file).openForReading()) {
        assertThat(current(reader)).isEqualTo(before);
        memory.care().compact(MEI);
        assertThat(memory.database().number("PRAGMA page_size")).isEqualTo(4096);
      }
      memory.care().compact(MEI);
      assertThat(memory.database().number("PRAGMA page_size")).isEqualTo(SqliteEngine.PAGE_SIZE);
      assertThat(memory.database().list("PRAGMA journal_mode", row -> row.getString(1)))
          .containsExactly("wal");
      assertThat(current(memory)).isEqualTo(before);
      assertThat(memory.verify()).isEmpty();
    }
  }

  /** A process that dies after shrinking the file leaves it without a write-ahead log. */
  @Test
  void aMemoryWithoutLogGetsItBackAndMayBeReadBefore(@TempDir Path folder) throws SQLException {
    fill(folder);
    Path file = folder.resolve("memory.db");
    MemoryOpenerTest.sql(file, "PRAGMA journal_mode = DELETE");
    try (SqlMemory memory = new SqliteStore(file).openForReading()) {
      assertThat(memory.verify()).isEmpty();
    }
    try (SqlMemory memory = open(folder)) {
      assertThat(memory.database().list("PRAGMA journal_mode", row -> row.getString(1)))
          .containsExactly("wal");
    }
  }

  @Test
  void aFullDiskLeavesASoundMemory(@TempDir Path folder) throws SQLException {
    fill(folder);
    try (SqlMemory memory = open(folder)) {
      List<Unit> before = current(memory);
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
      assertThat(current(memory)).isEqualTo(before);
      assertThat(memory.verify()).isEmpty();
    }
  }

  @Test
  void aMemoryCostsLessThanTwiceItsText(@TempDir Path folder) {
    Revision.New revision = Revisions.large("doc", 20_000, 1);
    long text =
        revision.units().stream()
            .mapToLong(unit -> 3L * unit.source().length() + unit.target().length())
            .sum();
    // These sentences are short, 130 bytes; a unit's own cost does not grow with its text, and 300
    // bytes are usual. The index takes a byte or so for each character and each English word.
    long unitBytes = 190L * revision.units().size();
    try (SqlMemory memory = open(folder)) {
      memory.addRevision(revision);
    }
    try (SqlMemory memory = new SqliteStore(folder.resolve("memory.db")).openForReading()) {
      long size = memory.statistics().fileSize();
      assertThat(size).isLessThan(text + unitBytes);
    }
  }
}
