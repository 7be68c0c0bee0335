package ballast.memory.store;

import static ballast.memory.contract.Edits.MEI;
import static ballast.memory.contract.Revisions.current;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import ballast.memory.contract.Revisions;
import ballast.memory.sql.SqlMemory;
import ballast.memory.sqlite.ChildWriter;
import ballast.memory.sqlite.SqliteTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code kill -9} at any moment of an edit leaves all of it or nothing. */
@Tag("kill")
final class CareCrashTest extends SqliteTest {

  private static final int UNITS = 8_000;

  @ParameterizedTest
  @ValueSource(longs = {0, 60, 200, 500, 900, -1})
  void aKilledReplaceLeavesAllOfItOrNothing(long delay) throws Exception {
    fill();
    List<Unit> before = units();
    boolean written = ChildWriter.kill(file(), "doc", 1, ChildWriter.Deed.REPLACE, delay);
    List<Unit> after = units();
    long replaced = after.stream().filter(unit -> unit.target().contains("of rice")).count();
    assertThat(replaced).isIn(written ? List.of((long) UNITS) : List.of(0L, (long) UNITS));
    if (replaced > 0) {
      try (SqlMemory memory = write()) {
        assertThat(memory.care().undo(MEI)).isPresent();
      }
    }
    assertThat(units()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 60, 120, 200, 300, 500, -1})
  void aKilledCompactionLeavesTheVisibleUnitsUnchanged(long delay) throws Exception {
    fill();
    try (SqlMemory memory = write()) {
      memory.addRevision(Revisions.large("doc", UNITS / 2, 2));
    }
    List<Unit> before = units();
    boolean written = ChildWriter.kill(file(), "doc", 1, ChildWriter.Deed.COMPACT, delay);
    assertThat(units()).isEqualTo(before);
    try (SqlMemory memory = read()) {
      assertThat(memory.verify()).isEmpty();
      if (written) {
        assertThat(memory.care().compact(MEI).isEmpty()).isTrue();
      }
    }
  }

  private void fill() {
    try (SqlMemory memory = write()) {
      memory.addRevision(Revisions.large("doc", UNITS, 1));
    }
  }

  private List<Unit> units() {
    try (SqlMemory memory = read()) {
      return current(memory);
    }
  }
}
