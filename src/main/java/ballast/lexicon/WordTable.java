package ballast.lexicon;

import ballast.lexicon.LexiconArrays.Reader;
import ballast.lexicon.LexiconArrays.Writer;
import java.io.IOException;
import java.util.concurrent.RecursiveTask;

/** The words of one language in a lexicon, with their counts and expected links. Immutable. */
public final class WordTable {

  /** Resolution of the logarithm of links per count, in nats. */
  private static final double STEP = 0.25;

  /** The step of a word with one link per occurrence. */
  private static final int ZERO = 32;

  private static final int STEPS = 64;
  private static final float[] RATIOS = ratios();

  private final WordIndex index;
  private final int[] counts;
  private final byte[] steps;
  private final long tokens;

  /**
   * @param counts training count of each word, at least 1
   * @param steps {@link #step} of each word's links to words of the other language
   * @param tokens training count of all words together, including those missing from the lexicon
   */
  public WordTable(WordIndex index, int[] counts, byte[] steps, long tokens) {
    this.index = index;
    this.counts = counts;
    this.steps = steps;
    this.tokens = tokens;
  }

  public static byte step(double links, int count) {
    double steps = StrictMath.log(Math.max(links, 1e-6) / count) / STEP;
    return (byte) Math.max(0, Math.min(STEPS - 1, ZERO + Math.round(steps)));
  }

  public static double ratio(int step) {
    return StrictMath.exp((step - ZERO) * STEP);
  }

  private static float[] ratios() {
    float[] ratios = new float[STEPS];
    for (int step = 0; step < STEPS; step++) {
      ratios[step] = (float) ratio(step);
    }
    return ratios;
  }

  void write(Writer out) {
    index.write(out);
    out.ints(counts);
    out.bytes(steps);
    out.number(tokens);
  }

  /** Reads the arrays of a table; the task checks and indexes them. */
  static RecursiveTask<WordTable> read(Reader in) throws IOException {
    int[] starts = in.starts();
    char[] letters = in.chars();
    int[] counts = in.ints();
    byte[] steps = in.bytes();
    long tokens = in.number();
    Reader.require(
        starts.length == counts.length + 1
            && letters.length == starts[counts.length]
            && steps.length == counts.length,
        "its words do not match their counts");
    return new RecursiveTask<>() {
      @Override
      protected WordTable compute() {
        check(counts, steps, tokens);
        return new WordTable(new WordIndex(letters, starts), counts, steps, tokens);
      }
    };
  }

  private static void check(int[] counts, byte[] steps, long tokens) {
    long sum = 0;
    for (int word = 0; word < counts.length; word++) {
      if (counts[word] <= 0 || steps[word] < 0 || steps[word] >= STEPS) {
        throw new DamagedException("a count is impossible");
      }
      sum += counts[word];
    }
    Reader.require(sum <= tokens, "its counts do not add up");
  }

  int size() {
    return counts.length;
  }

  WordIndex index() {
    return index;
  }

  int[] counts() {
    return counts;
  }

  /** The expected number of links of a word to words of the other language, more than 0. */
  float links(int word) {
    return counts[word] * RATIOS[steps[word]];
  }

  double share(int word) {
    return (double) counts[word] / tokens;
  }
}
