package ballast.memory.sqlite;

import static ballast.memory.contract.Edits.MEI;
import static ballast.memory.contract.Revisions.current;
import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.memory.DocumentChange;
import ballast.memory.contract.Edits;
import ballast.memory.contract.Revisions;
import ballast.memory.sql.SqlMemory;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The effects of a compaction on the file. */
final class FileCompactionTest extends SqliteTest {

  /** The page size cannot change while a log is in use. */
  @Test
  void smallPagesBecomeLargeOnesUnlessSomebodyReads() throws SQLException {
    MemoryOpenerTest.sql(file(), "PRAGMA page_size = 4096", "PRAGMA journal_mode = WAL");
    try (SqlMemory memory = write()) {
      memory.addRevision(revision("doc", "甲。", "A."));
      List<Unit> before = current(memory);
      try (SqlMemory reader = read()) {
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
  void aMemoryWithoutLogGetsItBackAndMayBeReadBefore() throws SQLException {
    Edits.fill(this::write);
    MemoryOpenerTest.sql(file(), "PRAGMA journal_mode = DELETE");
    try (SqlMemory memory = read()) {
      assertThat(memory.verify()).isEmpty();
    }
    try (SqlMemory memory = write()) {
      assertThat(memory.database().list("PRAGMA journal_mode", row -> row.getString(1)))
          .containsExactly("wal");
    }
  }

  @Test
  void aFullDiskLeavesASoundMemory() throws SQLException {
    Edits.fill(this::write);
    try (SqlMemory memory = write()) {
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
  void aMemoryCostsLessThanTwiceItsText() {
    DocumentChange revision = Revisions.large("doc", 20_000, 1);
    long text =
        revision.units().stream()
            .mapToLong(unit -> 3L * unit.source().length() + unit.target().length())
            .sum();
    // These sentences are short, 130 bytes; a unit's own cost does not grow with its text, and 300
    // bytes are usual. The index takes a byte or so for each character and each English word.
    long unitBytes = 190L * revision.units().size();
    try (SqlMemory memory = write()) {
      memory.addRevision(revision);
    }
    try (SqlMemory memory = read()) {
      long size = memory.statistics().fileSize();
      assertThat(size).isLessThan(text + unitBytes);
    }
  }
}
