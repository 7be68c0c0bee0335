package ballast.lexicon;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * A prefix code with short code words for frequent symbols (D. A. Huffman 1952; canonical form:
 * Schwartz and Kallick 1964). The JDK's Deflater would compress as well, but its output differs
 * between zlib versions, and a lexicon must be the same wherever it is trained.
 */
final class PrefixCode {

  /** In bits; short enough for a single look-ahead. */
  private static final int MAX_CODE_LENGTH = 20;

  /** Code words up to this length are decoded by one table lookup. */
  private static final int QUICK = 12;

  static final int MAX_SYMBOLS = 1 << 16;

  private final int[] lengths;
  private final int[] codes;

  /**
   * Indexed by length: the first code word, the number of code words, and the start of their
   * symbols in {@code order}.
   */
  private final int[] first = new int[MAX_CODE_LENGTH + 1];

  private final int[] count = new int[MAX_CODE_LENGTH + 1];
  private final int[] offset = new int[MAX_CODE_LENGTH + 1];
  private final int[] order;

  /**
   * Indexed by the next {@link #QUICK} bits: symbol times 32 plus length; 0 if the code word is
   * longer.
   */
  private final int[] quick = new int[1 << QUICK];

  private PrefixCode(int[] lengths) {
    this.lengths = lengths;
    this.codes = new int[lengths.length];
    this.order = new int[lengths.length];
    for (int length : lengths) {
      count[length]++;
    }
    count[0] = 0;
    int code = 0;
    int place = 0;
    for (int length = 1; length <= MAX_CODE_LENGTH; length++) {
      code <<= 1;
      first[length] = code;
      offset[length] = place;
      place += count[length];
      code += count[length];
      if (code > 1 << length) {
        throw new DamagedException("a code is impossible");
      }
    }
    int[] next = offset.clone();
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      int length = lengths[symbol];
      if (length > 0) {
        codes[symbol] = first[length] + next[length] - offset[length];
        order[next[length]++] = symbol;
        if (length <= QUICK) {
          int from = codes[symbol] << (QUICK - length);
          Arrays.fill(quick, from, from + (1 << (QUICK - length)), (symbol << 5) | length);
        }
      }
    }
  }

  /** The best code for symbols with these counts; a symbol with count 0 gets no code word. */
  static PrefixCode of(long[] counts) {
    long[] scaled = counts.clone();
    int[] lengths = lengths(scaled);
    while (Arrays.stream(lengths).max().orElse(0) > MAX_CODE_LENGTH) {
      for (int i = 0; i < scaled.length; i++) {
        scaled[i] = scaled[i] == 0 ? 0 : scaled[i] / 2 + 1;
      }
      lengths = lengths(scaled);
    }
    return new PrefixCode(lengths);
  }

  /** A node of the tree; the number breaks ties of weight. */
  private record Node(long weight, int number) {}

  private static int[] lengths(long[] counts) {
    PriorityQueue<Node> open =
        new PriorityQueue<>(
            (a, b) ->
                a.weight() != b.weight()
                    ? Long.compare(a.weight(), b.weight())
                    : Integer.compare(a.number(), b.number()));
    int symbols = counts.length;
    for (int i = 0; i < symbols; i++) {
      if (counts[i] > 0) {
        open.add(new Node(counts[i], i));
      }
    }
    int[] parents = new int[2 * symbols + 1];
    int[] lengths = new int[symbols];
    if (open.size() == 1) {
      lengths[open.remove().number()] = 1;
      return lengths;
    }
    int next = symbols;
    while (open.size() > 1) {
      Node one = open.remove();
      Node other = open.remove();
      parents[one.number()] = next;
      parents[other.number()] = next;
      open.add(new Node(one.weight() + other.weight(), next++));
    }
    for (int i = 0; i < symbols; i++) {
      for (int node = i; counts[i] > 0 && node < next - 1; node = parents[node]) {
        lengths[i]++;
      }
    }
    return lengths;
  }

  void encode(int symbol, BitWriter out) {
    if (lengths[symbol] == 0) {
      throw new IllegalArgumentException("symbol " + symbol + " has no code");
    }
    out.write(codes[symbol], lengths[symbol]);
  }

  int decode(BitReader in) {
    int window = in.peek(MAX_CODE_LENGTH);
    int entry = quick[window >>> (MAX_CODE_LENGTH - QUICK)];
    if (entry != 0) {
      in.skip(entry & 31);
      return entry >>> 5;
    }
    for (int length = QUICK + 1; length <= MAX_CODE_LENGTH; length++) {
      int place = (window >>> (MAX_CODE_LENGTH - length)) - first[length];
      if (place >= 0 && place < count[length]) {
        in.skip(length);
        return order[offset[length] + place];
      }
    }
    throw new DamagedException("a code word is impossible");
  }

  /** Writes the table of the code. */
  void write(BitWriter out) {
    out.writeNumber(lengths.length);
    int at = 0;
    while (at < lengths.length) {
      int run = 1;
      while (at + run < lengths.length && lengths[at + run] == lengths[at] && run < 256) {
        run++;
      }
      // Each length is followed by a 1 and the number of repeats if it repeats.
      out.write(lengths[at], 5);
      out.write(run > 2 ? 1 : 0, 1);
      if (run > 2) {
        out.write(run - 1, 8);
        at += run;
      } else {
        at++;
      }
    }
    out.align();
  }

  /**
   * Reads the table of a code.
   *
   * @param symbols how many the code may have; {@link #decode} returns none that is not below it
   */
  static PrefixCode read(BitReader in, int symbols) {
    int[] lengths = new int[in.readNumber(symbols)];
    int at = 0;
    while (at < lengths.length) {
      int length = in.read(5);
      int run = in.readBit() == 1 ? in.read(8) + 1 : 1;
      if (length > MAX_CODE_LENGTH || run > lengths.length - at) {
        throw new DamagedException("a code is impossible");
      }
      Arrays.fill(lengths, at, at + run, length);
      at += run;
    }
    in.align();
    in.checkEnd();
    return new PrefixCode(lengths);
  }
}
