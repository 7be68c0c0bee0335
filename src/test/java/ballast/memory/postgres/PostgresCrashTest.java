package ballast.memory.postgres;

import static ballast.memory.contract.Revisions.all;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.memory.Memory;
import ballast.memory.UnitFilter;
import ballast.memory.contract.Revisions;
import ballast.memory.sqlite.ChildWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A writer that is killed leaves the server to take back what it had not committed. */
@Tag("postgres")
final class PostgresCrashTest {

  private static final int UNITS = 2_000;

  /** Milliseconds after it began to write; -1 as soon as it says that it has written. */
  @ParameterizedTest
  @ValueSource(longs = {0, 200, 600, 1500, -1})
  void aKilledWriterLeavesAllOfItsRevisionOrNothing(long delay, @TempDir Path folder)
      throws IOException, InterruptedException {
    PostgresStore store = PostgresServer.get().made(folder);
    try (Memory memory = store.openForWriting(Revisions.options())) {
      memory.addRevision(Revisions.large("before", 50, 2));
    }
    Process process = ChildWriter.start(store.toString(), "killed", UNITS, ChildWriter.Deed.ADD);
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

    try (Memory memory = store.openForReading()) {
      int units = all(memory, UnitFilter.CURRENT).size();
      assertThat(units).isIn(50, 50 + UNITS);
      if (written) {
        assertThat(units).isEqualTo(50 + UNITS);
      }
    }
    try (Memory memory = store.openForWriting(Revisions.options())) {
      memory.addRevision(Revisions.large("killed", UNITS, 1));
      assertThat(all(memory, UnitFilter.CURRENT)).hasSize(50 + UNITS);
      assertThat(memory.verify()).isEmpty();
    }
  }
}
