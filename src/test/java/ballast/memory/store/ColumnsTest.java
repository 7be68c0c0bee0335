package ballast.memory.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ballast.bitext.Bead;
import ballast.bitext.Range;
import ballast.memory.store.RecordedBeads.BeadsColumn;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values as columns of the memory hold them. */
final class ColumnsTest {

  private static final List<Bead> BEADS =
      List.of(
          new Bead(new Range(0, 1), new Range(0, 2), 1 / 3.0, List.of("length fits", "压舱石")),
          new Bead(new Range(1, 2), new Range(2, 2), 0.93, List.of("only here")),
          new Bead(new Range(2, 3), new Range(4, 5), 0.7, List.of(), /* moved= */ true),
          new Bead(new Range(3, 3), new Range(2, 4), 1, List.of()),
          new Bead(new Range(3, 7), new Range(5, 6), 0, List.of()));

  @Test
  void beadsComeBackAsTheyWere() {
    List<Bead> read = BeadsColumn.read(BeadsColumn.write(BEADS)).orElseThrow();
    assertThat(read).hasSameSizeAs(BEADS);
    for (int i = 0; i < read.size(); i++) {
      Bead bead = BEADS.get(i);
      assertThat(read.get(i).confidence()).isEqualTo(bead.confidence());
      assertThat(read.get(i).reasons()).isEqualTo(bead.reasons());
      assertThat(read.get(i).moved()).isEqualTo(bead.moved());
      assertThat(read.get(i).source().size()).isEqualTo(bead.source().size());
      assertThat(read.get(i).target().size()).isEqualTo(bead.target().size());
    }
    assertThat(read.get(2)).isEqualTo(BEADS.get(2));
    assertThat(read.get(3)).isEqualTo(BEADS.get(3));
    assertThat(read.get(4)).isEqualTo(BEADS.get(4));
  }

  @Test
  void ofAReasonThatIsTooLongTheBeginningIsKept() {
    String reason = "set by " + "李".repeat(70_000);
    Bead bead = new Bead(new Range(0, 1), new Range(0, 1), 1, List.of(reason));

    List<Bead> read = BeadsColumn.read(BeadsColumn.write(List.of(bead))).orElseThrow();
    assertThat(reason).startsWith(read.get(0).reasons().get(0));
    assertThat(read.get(0).reasons().get(0)).startsWith("set by 李");
  }

  @Test
  void damagedBytesGiveNoBeadsAndNoError() {
    byte[] whole = BeadsColumn.write(BEADS);
    SplittableRandom random = new SplittableRandom(7);
    List<byte[]> damaged = new ArrayList<>(List.of(new byte[0], new byte[] {1, 2, 3}));
    for (int i = 0; i < 500; i++) {
      byte[] bytes = Arrays.copyOf(whole, random.nextInt(1, whole.length + 1));
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      damaged.add(bytes);
    }
    for (byte[] bytes : damaged) {
      BeadsColumn.read(bytes).ifPresent(beads -> assertThat(beads).hasSameSizeAs(BEADS));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "s",
        "s1",
        "s-1,2:ph0:0:",
        "s1,9:ph",
        "s1,2:ph0:",
        "s99999999999,",
        "s1,0:0:0:"
      })
  void malformedCodesAreRefused(String column) {
    assertThatThrownBy(() -> CodesColumn.read(column)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T09:30:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
        "2024-02-29T12:00:00Z", "2024-02-29T24:00:00Z", "2016-12-31T23:59:60Z",
        "2026-03-01T09:30:00.5Z", "-2026-03-01T09:30:00Z", "2026-03-01t09:30:00z"
      })
  void readsTheTimesThatTheFormatterReads(String time) {
    assertThat(StoredTime.parse(time)).isEqualTo(Instant.parse(time));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-02-29T12:00:00Z", "2026-13-01T09:30:00Z", "2026-03-01T09:61:00Z",
        "2026-03-01 09:30:00Z", "2026-03-01T09:30:00", "２０２６-03-01T09:30:00Z",
        "+026-03-01T09:30:00Z", ""
      })
  void refusesTheTimesThatTheFormatterRefuses(String time) {
    Throwable theirs = catchThrowable(() -> Instant.parse(time));
    assertThat(theirs).isInstanceOf(DateTimeParseException.class);
    assertThat(catchThrowable(() -> StoredTime.parse(time))).hasMessage(theirs.getMessage());
  }
}
