package ballast.likeness.index;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.likeness.Measure;
import ballast.likeness.Pattern;
import ballast.likeness.Symbols;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much is learnt; that it changes no result is tested with whole memories. */
final class SlotSignaturesTest {

  private static final int TEXTS = 1_000;

  /** Bytes of one page, so that what is known stands in one stretch of 256 slots. */
  private static final int ONE_PAGE = 256 * 16;

  private final List<byte[]> blocks = new ArrayList<>();
  private final IndexPart part = part();

  private IndexPart part() {
    PartBuilder builder = new PartBuilder();
    for (int i = 0; i < TEXTS; i++) {
      builder.add("甲乙丙丁" + i % 10 + "戊己庚" + i, (long) i << 32, Measure.CHARACTERS);
    }
    return new IndexPart(builder.write((number, bytes) -> blocks.add(bytes)), blocks::get);
  }

  @Test
  void noMoreIsKeptThanThereIsRoomFor() {
    assertThat(excluded(0)).isZero();
    assertThat(excluded(ONE_PAGE - 1)).isZero();
    assertThat(excluded(ONE_PAGE)).isBetween(1, 256);
    assertThat(excluded(100 * ONE_PAGE)).isEqualTo(TEXTS);
  }

  /** How many of the texts are seen to be unlike another one without being read. */
  private int excluded(long capacity) {
    SlotSignatures signatures = new SlotSignatures(part.slots(), capacity);
    Symbols symbols = new Symbols();
    for (int slot = 0; slot < part.slots(); slot++) {
      int i = part.key(slot);
      signatures.learn(part, slot, symbols.read("甲乙丙丁" + i % 10 + "戊己庚" + i, Measure.CHARACTERS));
    }
    Pattern unlike = new Pattern("春夏秋冬东南西北风", Measure.CHARACTERS);
    return part.slots() - signatures.mayScore(part, unlike, 70, i -> i, part.slots()).length;
  }
}
