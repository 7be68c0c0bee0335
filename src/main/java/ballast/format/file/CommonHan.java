package ballast.format.file;

import ballast.language.WordList;
import java.nio.CharBuffer;
import java.util.BitSet;
import java.util.function.Consumer;

/**
 * Measures the share of the commonest Chinese characters in a decoded text: a wrong decoding of
 * Chinese gives rare characters, a right one gives 的, 是 and commas.
 */
final class CommonHan {

  /** Minimum share in Chinese; wrong decodings stay below 5%, right ones are above 30%. */
  static final double MIN_SHARE = 0.12;

  private final BitSet common = new BitSet(0xFFFF);

  CommonHan() {
    for (String line : WordList.load("format/common-han.txt").entries()) {
      line.chars().forEach(common::set);
    }
  }

  /** Counts while a text is decoded. Not thread-safe. */
  final class Tally implements Consumer<CharBuffer> {

    private long total;
    private long found;

    @Override
    public void accept(CharBuffer chars) {
      for (int i = chars.position(); i < chars.limit(); i++) {
        char c = chars.get(i);
        if (c >= 0x80 && !Character.isLowSurrogate(c) && !Characters.isBlank(c)) {
          total++;
          found += common.get(c) ? 1 : 0;
        }
      }
    }

    /**
     * In [0, 1].
     *
     * @param others number of further characters: bytes that cannot be decoded
     */
    double share(long others) {
      return total + others == 0 ? 0 : (double) found / (total + others);
    }

    long found() {
      return found;
    }
  }

  Tally tally() {
    return new Tally();
  }
}
