package ballast.lexicon;

import ballast.lexicon.LexiconArrays.Reader;
import ballast.lexicon.LexiconArrays.Writer;
import java.io.IOException;

/**
 * The entries of a lexicon: for each Chinese word, the ids of its English words, ascending, and the
 * expected links between the two in each direction. A probability is these links divided by the
 * links of the whole word.
 *
 * @param starts the first entry of each Chinese word, then the end of the last
 * @param gaps the number of ids between an English word and the previous one, as three arrays of
 *     high, middle and low bytes; an array of ids would take three times as long to inflate
 * @param forward {@link #step} of the links from the Chinese word to the English one
 * @param backward {@link #step} of the links from the English word to the Chinese one
 */
@SuppressWarnings("ArrayRecordComponent") // millions of numbers, never compared
public record Entries(int[] starts, byte[][] gaps, byte[] forward, byte[] backward) {

  /** Resolution of links, in nats: half a step is 7.5%. */
  private static final double STEP = 0.15;

  /** Minimum number of links distinguished from none. */
  private static final double MIN_LINKS = 0.001;

  private static final int STEPS = 256;
  private static final double[] LINKS = links();

  /** Encodes expected links as a number from 0 to 255. */
  public static byte step(double links) {
    double steps = StrictMath.log(Math.max(links, MIN_LINKS) / MIN_LINKS) / STEP;
    return (byte) Math.min(STEPS - 1, Math.round(steps));
  }

  private static double[] links() {
    double[] links = new double[STEPS];
    for (int i = 0; i < STEPS; i++) {
      links[i] = MIN_LINKS * StrictMath.exp(i * STEP);
    }
    return links;
  }

  /**
   * @param english ids of English words, below 2^24
   */
  public static Entries of(int[] starts, int[] english, byte[] forward, byte[] backward) {
    byte[][] gaps = new byte[3][english.length];
    for (int word = 0; word < starts.length - 1; word++) {
      int next = 0;
      for (int i = starts[word]; i < starts[word + 1]; i++) {
        int gap = english[i] - next;
        gaps[0][i] = (byte) (gap >>> 16);
        gaps[1][i] = (byte) (gap >>> 8);
        gaps[2][i] = (byte) gap;
        next = english[i] + 1;
      }
    }
    return new Entries(starts, gaps, forward, backward);
  }

  void write(Writer out) {
    out.sizes(starts);
    for (byte[] bytes : gaps) {
      out.bytes(bytes);
    }
    out.bytes(forward);
    out.bytes(backward);
  }

  static Entries read(Reader in) throws IOException {
    int[] starts = in.starts();
    byte[][] gaps = {in.bytes(), in.bytes(), in.bytes()};
    Entries entries = new Entries(starts, gaps, in.bytes(), in.bytes());
    for (byte[] bytes :
        new byte[][] {gaps[0], gaps[1], gaps[2], entries.forward, entries.backward}) {
      Reader.require(bytes.length == starts[starts.length - 1], "its entries are incomplete");
    }
    return entries;
  }

  void visit(int word, WordTable chinese, WordTable english, EntryVisitor visitor) {
    double all = chinese.links(word);
    int other = -1;
    for (int i = starts[word]; i < starts[word + 1]; i++) {
      int high = (gaps[0][i] & 0xFF) << 16;
      int middle = (gaps[1][i] & 0xFF) << 8;
      other += 1 + (high | middle | (gaps[2][i] & 0xFF));
      Reader.require(other < english.size(), "an entry has no English word");
      double there = LINKS[forward[i] & 0xFF];
      double back = LINKS[backward[i] & 0xFF];
      visitor.visit(
          other,
          Math.min(1, there / all),
          Math.min(1, back / english.links(other)),
          (there + back) / 2);
    }
  }
}
