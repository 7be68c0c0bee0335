package ballast.memory.store;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Bead;
import ballast.bitext.Range;
import ballast.memory.store.RecordedBeads.BeadsColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BeadsColumnTest {

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
}
