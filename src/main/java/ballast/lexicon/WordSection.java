package ballast.lexicon;

import java.util.Arrays;

/**
 * The section of a lexicon file for the words of one language.
 *
 * <p>Words are sorted into classes by the number of bits of their count, the most frequent class
 * first, and alphabetically within a class; each is stored without the prefix that it shares with
 * the previous word. So frequent words have small numbers with small gaps, and counts take few
 * bits.
 */
public final class WordSection {

  /** The resolution of the logarithm of links per count, in nats. */
  private static final double STEP = 0.25;

  private static final int ZERO = 32;
  private static final int STEPS = 64;
  private static final int CLASSES = 31;
  private static final int MAX_LETTERS = 64;

  /** A shape is this times the number of shared letters, plus the number of new ones. */
  private static final int SHAPE = MAX_LETTERS + 1;

  private WordSection() {}

  /** The class of a count. */
  public static int classOf(int count) {
    return 31 - Integer.numberOfLeadingZeros(count);
  }

  /** The links of a word as they are after writing and reading, rounded. */
  public static float coarse(double links, int count) {
    return links(linksStep(links, count), count);
  }

  private static int linksStep(double links, int count) {
    double steps = StrictMath.log(Math.max(links, 1e-6) / count) / STEP;
    return (int) Math.max(0, Math.min(STEPS - 1, ZERO + Math.round(steps)));
  }

  private static float links(int step, int count) {
    return (float) (count * StrictMath.exp((step - ZERO) * STEP));
  }

  /**
   * The codes of a section.
   *
   * @param shapes code for the number of letters that a word shares with the previous one and of
   *     new letters
   */
  private record Codes(PrefixCode shapes, PrefixCode letters, PrefixCode links) {}

  /** Writes the words, which must be in the section's order. */
  static void write(WordTable words, BitWriter out) {
    int[] sizes = new int[CLASSES];
    for (int count : words.counts()) {
      sizes[classOf(count)]++;
    }
    out.writeNumber(words.tokens());
    for (int size : sizes) {
      out.writeNumber(size);
    }
    char[] alphabet = alphabet(words);
    out.writeNumber(alphabet.length);
    for (int i = 0; i < alphabet.length; i++) {
      out.writeNumber(alphabet[i] - (i == 0 ? 0 : alphabet[i - 1]));
    }
    Codes codes = codes(words, alphabet);
    codes.shapes().write(out);
    codes.letters().write(out);
    codes.links().write(out);
    String previous = "";
    for (int i = 0; i < words.size(); i++) {
      String word = words.index().word(i);
      int shared = shared(previous, word);
      codes.shapes().encode(shared * SHAPE + word.length() - shared, out);
      for (int at = shared; at < word.length(); at++) {
        codes.letters().encode(Arrays.binarySearch(alphabet, word.charAt(at)), out);
      }
      int count = words.counts()[i];
      out.write(count, classOf(count));
      codes.links().encode(linksStep(words.links()[i], count), out);
      previous = word;
    }
    out.align();
  }

  private static Codes codes(WordTable words, char[] alphabet) {
    long[] shapes = new long[SHAPE * SHAPE];
    long[] letters = new long[alphabet.length];
    long[] links = new long[STEPS];
    String previous = "";
    for (int i = 0; i < words.size(); i++) {
      String word = words.index().word(i);
      int same = shared(previous, word);
      shapes[same * SHAPE + word.length() - same]++;
      for (int at = same; at < word.length(); at++) {
        letters[Arrays.binarySearch(alphabet, word.charAt(at))]++;
      }
      links[linksStep(words.links()[i], words.counts()[i])]++;
      previous = word;
    }
    return new Codes(PrefixCode.of(shapes), PrefixCode.of(letters), PrefixCode.of(links));
  }

  private static char[] alphabet(WordTable words) {
    boolean[] used = new boolean[Character.MAX_VALUE + 1];
    int size = 0;
    for (int i = 0; i < words.size(); i++) {
      for (char letter : words.index().word(i).toCharArray()) {
        size += used[letter] ? 0 : 1;
        used[letter] = true;
      }
    }
    char[] alphabet = new char[size];
    int at = 0;
    for (int letter = 0; letter < used.length; letter++) {
      if (used[letter]) {
        alphabet[at++] = (char) letter;
      }
    }
    return alphabet;
  }

  private static int shared(String previous, String word) {
    int maxShared = Math.min(previous.length(), word.length());
    int same = 0;
    while (same < maxShared && previous.charAt(same) == word.charAt(same)) {
      same++;
    }
    return same;
  }

  /** Reads a section written by {@link #write}. */
  static WordTable read(BitReader in) {
    long tokens = in.readNumber();
    int[] sizes = new int[CLASSES];
    int words = 0;
    for (int i = 0; i < CLASSES; i++) {
      sizes[i] = in.readNumber(in.remaining() * 8 - words);
      words += sizes[i];
    }
    char[] alphabet = new char[in.readNumber(Character.MAX_VALUE)];
    int letter = 0;
    for (int i = 0; i < alphabet.length; i++) {
      letter += in.readNumber(Character.MAX_VALUE);
      alphabet[i] = (char) letter;
    }
    Codes codes =
        new Codes(
            PrefixCode.read(in, SHAPE * SHAPE),
            PrefixCode.read(in, alphabet.length),
            PrefixCode.read(in, STEPS));
    WordTable table = new Body(in, alphabet, codes, words).read(sizes, tokens);
    in.align();
    in.checkEnd();
    return table;
  }

  /** Reads the words themselves. */
  private static final class Body {

    private final BitReader in;
    private final char[] alphabet;
    private final Codes codes;
    private final int[] starts;
    private final int[] counts;
    private final float[] links;
    private char[] letters;

    Body(BitReader in, char[] alphabet, Codes codes, int words) {
      this.in = in;
      this.alphabet = alphabet;
      this.codes = codes;
      this.starts = new int[words + 1];
      this.counts = new int[words];
      this.links = new float[words];
      this.letters = new char[words * 4 + MAX_LETTERS];
    }

    WordTable read(int[] sizes, long tokens) {
      float[] ratios = new float[STEPS];
      for (int step = 0; step < STEPS; step++) {
        ratios[step] = links(step, 1);
      }
      int word = 0;
      long sum = 0;
      for (int bits = CLASSES - 1; bits >= 0; bits--) {
        for (int i = 0; i < sizes[bits]; i++) {
          readLetters(word);
          counts[word] = (1 << bits) | in.read(bits);
          links[word] = counts[word] * ratios[codes.links().decode(in)];
          sum += counts[word];
          word++;
        }
      }
      if (sum > tokens) {
        throw new DamagedException("its counts do not add up");
      }
      char[] all = Arrays.copyOf(letters, starts[word]);
      return new WordTable(new WordIndex(all, starts), counts, links, tokens);
    }

    private void readLetters(int word) {
      int start = starts[word];
      int shape = codes.shapes().decode(in);
      int shared = shape / SHAPE;
      int added = shape % SHAPE;
      int previousStart = word == 0 ? 0 : starts[word - 1];
      if (shared > start - previousStart || shared + added > MAX_LETTERS || shared + added == 0) {
        throw new DamagedException("a word is impossible");
      }
      if (start + MAX_LETTERS > letters.length) {
        letters = Arrays.copyOf(letters, letters.length * 2);
      }
      int end = start;
      while (end < start + shared) {
        letters[end++] = letters[previousStart++];
      }
      int last = end + added;
      while (end < last) {
        letters[end++] = alphabet[codes.letters().decode(in)];
      }
      starts[word + 1] = end;
    }
  }
}
