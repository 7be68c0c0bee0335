package ballast.memory.sqlite;

import static ballast.memory.contract.Revisions.current;
import static ballast.memory.contract.Revisions.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.memory.DocumentSummary;
import ballast.memory.contract.ImportedUnits;
import ballast.memory.contract.Revisions;
import ballast.memory.index.IndexKeeper;
import ballast.memory.sql.SqlMemory;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("kill")
final class CrashTest extends SqliteTest {

  private static final int UNITS = 20_000;
  private static final int INDEXED_UNITS = 15_000;

  /** Milliseconds after it began to write; -1 as soon as it says that it has written. */
  @ParameterizedTest
  @ValueSource(longs = {0, 60, 150, 300, 500, 800, -1})
  void aKilledWriterLeavesAllOfItsRevisionOrNothing(long delay) throws Exception {
    try (SqlMemory memory = write()) {
      memory.addRevision(Revisions.large("before", 500, 2));
    }
    boolean written = ChildWriter.kill(file(), "killed", UNITS, ChildWriter.Deed.ADD, delay);
    try (SqlMemory memory = read()) {
      assertThat(memory.verify()).isEmpty();
      int units = current(memory).size();
      assertThat(units).isIn(500, 500 + UNITS);
      if (written) {
        assertThat(units).isEqualTo(500 + UNITS);
      }
    }
    try (SqlMemory memory = write()) {
      memory.addRevision(Revisions.large("killed", UNITS, 1));
      assertThat(current(memory)).hasSize(500 + UNITS);
      assertThat(memory.verify()).isEmpty();
    }
  }

  @Test
  void aFullDiskLeavesTheMemoryAsItWas() throws SQLException {
    try (SqlMemory memory = write()) {
      memory.addRevision(revision("doc", "春天来了。", "Spring has come."));
      long pages = memory.database().number("PRAGMA page_count");
      memory.database().list("PRAGMA max_page_count = " + (pages + 8), row -> row.getLong(1));
      assertThatThrownBy(() -> memory.addRevision(Revisions.large("doc", 5_000, 3)))
          .isInstanceOfSatisfying(
              InputException.class, e -> assertThat(e.hint()).contains("free some space"))
          .hasMessageContaining("the disk is full");
      assertThat(memory.documents()).extracting(DocumentSummary::revisions).containsExactly(1);
      assertThat(current(memory)).hasSize(1);
      assertThat(memory.verify()).isEmpty();
      assertThat(memory.addRevision(revision("doc2", "甲", "a")).units().added()).isEqualTo(1);
    }
  }

  /** A process that makes the index of a memory again and again. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws SQLException {
      try (SqlMemory memory =
          new SqliteStore(Path.of(args[0])).openForWriting(Revisions.options())) {
        System.out.println(ChildWriter.WRITING);
        for (int i = 0; i < 1_000; i++) {
          new IndexKeeper(memory.database()).rebuild();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 130, 370, 710, 1300})
  void aKilledBuildLeavesASoundIndex(long delay) throws Exception {
    try (SqlMemory memory = write()) {
      ImportedUnits.take(
          memory,
          INDEXED_UNITS,
          i ->
              ImportedUnits.plain(
                  "第" + i + "号码头卸下了" + 7 * i + "箱茶叶。", "Pier " + i + " unloaded tea."));
    }
    ChildWriter.kill(Child.class, file(), delay);
    try (SqlMemory memory = read()) {
      assertThat(memory.verify()).isEmpty();
      assertThat(memory.verifyIndex(30)).isEmpty();
    }
  }
}
