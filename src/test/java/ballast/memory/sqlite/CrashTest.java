package ballast.memory.sqlite;

import static ballast.memory.contract.Revisions.current;
import static ballast.memory.contract.Revisions.revision;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.bitext.InputException;
import ballast.memory.DocumentSummary;
import ballast.memory.contract.Revisions;
import ballast.memory.index.IndexKeeper;
import ballast.memory.sql.SqlMemory;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("kill")
final class CrashTest {

  private static final int UNITS = 20_000;
  private static final int INDEXED_UNITS = 15_000;

  /** Milliseconds after it began to write; -1 as soon as it says that it has written. */
  @ParameterizedTest
  @ValueSource(longs = {0, 60, 150, 300, 500, 800, -1})
  void aKilledWriterLeavesAllOfItsRevisionOrNothing(long delay, @TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("memory.db");
    try (SqlMemory memory = new SqliteStore(file).openForWriting(Revisions.options())) {
      memory.addRevision(Revisions.large("before", 500, 2));
    }
    Process process = ChildWriter.start(file, "killed", UNITS);
    boolean written = false;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      assertThat(lines.readLine()).isEqualTo(ChildWriter.WRITING);
      if (delay < 0) {
        written = ChildWriter.WRITTEN.equals(lines.readLine());
      } else {
        TimeUnit.MILLISECONDS.sleep(delay);
      }
      process.destroyForcibly();
    }
    ChildWriter.end(process);

    try (SqlMemory memory = new SqliteStore(file).openForReading()) {
      assertThat(memory.verify()).isEmpty();
      int units = current(memory).size();
      assertThat(units).isIn(500, 500 + UNITS);
      if (written) {
        assertThat(units).isEqualTo(500 + UNITS);
      }
    }
    try (SqlMemory memory = new SqliteStore(file).openForWriting(Revisions.options())) {
      memory.addRevision(Revisions.large("killed", UNITS, 1));
      assertThat(current(memory)).hasSize(500 + UNITS);
      assertThat(memory.verify()).isEmpty();
    }
  }

  @Test
  void aFullDiskLeavesTheMemoryAsItWas(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("memory.db");
    try (SqlMemory memory = new SqliteStore(file).openForWriting(Revisions.options())) {
      memory.addRevision(revision("doc", "春天来了。", "Spring has come."));
      long pages = memory.database().number("PRAGMA page_count");
      memory.database().list("PRAGMA max_page_count = " + (pages + 8), row -> row.getLong(1));
      assertThatThrownBy(() -> memory.addRevision(Revisions.large("doc", 5_000, 3)))
          .isInstanceOfSatisfying(
              InputException.class, e -> assertThat(e.hint()).contains("free some space"))
          .hasMessageContaining("the disk is full");
      isAsBefore(memory);
      assertThat(memory.addRevision(revision("doc2", "甲", "a")).units().added()).isEqualTo(1);
    }
  }

  private static void isAsBefore(SqlMemory memory) {
    assertThat(memory.documents()).extracting(DocumentSummary::revisions).containsExactly(1);
    assertThat(current(memory)).hasSize(1);
    assertThat(memory.verify()).isEmpty();
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
  void aKilledBuildLeavesASoundIndex(long delay, @TempDir Path folder) throws Exception {
    Path file = folder.resolve("memory.db");
    BulkMemory.fill(
        file,
        sink -> {
          for (int i = 0; i < INDEXED_UNITS; i++) {
            sink.accept("第" + i + "号码头卸下了" + 7 * i + "箱茶叶。", "Pier " + i + " unloaded tea.");
          }
        });
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      assertThat(lines.readLine()).isEqualTo(ChildWriter.WRITING);
      TimeUnit.MILLISECONDS.sleep(delay);
      process.destroyForcibly();
    }
    ChildWriter.end(process);
    try (SqlMemory memory = new SqliteStore(file).openForReading()) {
      assertThat(memory.verify()).isEmpty();
      assertThat(memory.verifyIndex(30)).isEmpty();
    }
  }
}
