package ballast.memory.store;

import static ballast.memory.contract.Revisions.current;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.contract.Revisions;
import ballast.memory.sql.SqlMemory;
import ballast.memory.sqlite.ChildWriter;
import ballast.memory.sqlite.SqliteStore;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code kill -9} at any moment of an edit leaves all of it or nothing. */
@Tag("kill")
final class CareCrashTest {

  private static final int UNITS = 8_000;

  @ParameterizedTest
  @ValueSource(longs = {0, 60, 200, 500, 900, -1})
  void aKilledReplaceLeavesAllOfItOrNothing(long delay, @TempDir Path folder) throws Exception {
    Path file = folder.resolve("memory.db");
    fill(file);
    List<Unit> before = units(file);
    boolean written = kill(file, ChildWriter.Deed.REPLACE, delay);
    List<Unit> after = units(file);
    long replaced = after.stream().filter(unit -> unit.target().contains("of rice")).count();
    assertThat(replaced).isIn(written ? List.of((long) UNITS) : List.of(0L, (long) UNITS));
    if (replaced > 0) {
      try (SqlMemory memory = new SqliteStore(file).openForWriting(Revisions.options())) {
        assertThat(memory.care().undo(new Origin("mei", ""))).isPresent();
      }
    }
    assertThat(units(file)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 60, 120, 200, 300, 500, -1})
  void aKilledCompactionLeavesTheVisibleUnitsUnchanged(long delay, @TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("memory.db");
    fill(file);
    try (SqlMemory memory = new SqliteStore(file).openForWriting(Revisions.options())) {
      memory.addRevision(Revisions.large("doc", UNITS / 2, 2));
    }
    List<Unit> before = units(file);
    boolean written = kill(file, ChildWriter.Deed.COMPACT, delay);
    assertThat(units(file)).isEqualTo(before);
    try (SqlMemory memory = new SqliteStore(file).openForReading()) {
      assertThat(memory.verify()).isEmpty();
      if (written) {
        assertThat(memory.care().compact(new Origin("", "")).isEmpty()).isTrue();
      }
    }
  }

  private static void fill(Path file) {
    try (SqlMemory memory = new SqliteStore(file).openForWriting(Revisions.options())) {
      memory.addRevision(Revisions.large("doc", UNITS, 1));
    }
  }

  private static List<Unit> units(Path file) {
    try (SqlMemory memory = new SqliteStore(file).openForReading()) {
      return current(memory);
    }
  }

  /** Whether the process said that it had finished before it died. */
  private static boolean kill(Path file, ChildWriter.Deed deed, long delay) throws Exception {
    Process process = ChildWriter.start(file, "doc", 1, deed);
    boolean written = false;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      assertThat(lines.readLine()).isEqualTo(ChildWriter.WRITING);
      if (delay < 0) {
        written = ChildWriter.WRITTEN.equals(lines.readLine());
        assertThat(written).isTrue();
      } else {
        TimeUnit.MILLISECONDS.sleep(delay);
      }
      process.destroyForcibly();
    }
    ChildWriter.end(process);
    return written;
  }
}
