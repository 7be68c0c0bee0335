package ballast.memory.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.memory.contract.Revisions;
import ballast.memory.index.IndexKeeper;
import ballast.memory.sql.SqlMemory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code kill -9} at any moment of making the index leaves the one before or the new one. */
@Tag("kill")
final class IndexKillTest {

  private static final int UNITS = 15_000;

  /** A process that makes the index of a memory again and again. */
  static final class Child {
    private Child() {}

    /** Argument: the memory. */
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
  void aKilledBuildLeavesASoundIndex(long delay, @TempDir Path folder)
      throws IOException, InterruptedException {
    Path file = folder.resolve("memory.db");
    BulkMemory.fill(
        file,
        sink -> {
          for (int i = 0; i < UNITS; i++) {
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
