package ballast.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PrefixCodeTest {

  @Test
  void readsBackItsOwnOutput() {
    for (long seed = 0; seed < 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      long[] counts = new long[1 + random.nextInt(600)];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = random.nextInt(3) == 0 ? 0 : 1L << random.nextInt(40);
      }
      counts[random.nextInt(counts.length)] = 5;
      check(counts, seed);
    }
  }

  @Test
  void keepsCodeWordsShortWhenCountsAreLopsided() {
    long[] fibonacci = new long[60];
    fibonacci[0] = fibonacci[1] = 1;
    for (int i = 2; i < fibonacci.length; i++) {
      fibonacci[i] = fibonacci[i - 1] + fibonacci[i - 2];
    }
    check(fibonacci, -1);
  }

  @Test
  void givesFrequentSymbolsFewBits() {
    PrefixCode code = PrefixCode.of(new long[] {1000, 10, 10, 10});
    BitWriter out = new BitWriter();
    for (int i = 0; i < 800; i++) {
      code.encode(0, out);
    }
    assertThat(out.length()).isEqualTo(100);
  }

  private static void check(long[] counts, long seed) {
    PrefixCode code = PrefixCode.of(counts);
    BitWriter out = new BitWriter();
    code.write(out);
    for (int symbol = 0; symbol < counts.length; symbol++) {
      if (counts[symbol] > 0) {
        code.encode(symbol, out);
        out.writeNumber(symbol);
      }
    }
    byte[] bytes = out.toBytes();
    BitReader in = new BitReader(bytes, 0, bytes.length);
    PrefixCode read = PrefixCode.read(in, PrefixCode.MAX_SYMBOLS);
    for (int symbol = 0; symbol < counts.length; symbol++) {
      if (counts[symbol] > 0) {
        assertThat(read.decode(in)).as("seed " + seed).isEqualTo(symbol);
        assertThat(in.readNumber()).as("seed " + seed).isEqualTo(symbol);
      }
    }
    in.checkEnd();
  }
}
