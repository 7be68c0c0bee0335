package ballast.lexicon;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A lexicon file: a mark, a version, then notes, characters, Chinese words, English words and
 * entries, each preceded by its length, and a CRC-32 of all of this. The checksum is a CRC because
 * it is computed at every opening: SHA-256 would take ten times as long as everything else.
 *
 * @param notes lines with the sources and the licence
 */
public record LexiconFile(
    List<String> notes,
    CharacterTable characters,
    WordTable chinese,
    WordTable english,
    EntrySection entries) {

  private static final byte[] MARK = "BALLEX\r\n".getBytes(US_ASCII);
  private static final int VERSION = 2;
  private static final int CHECKSUM = 4;

  /** Writes a file. */
  public static byte[] write(
      List<String> notes,
      CharacterTable characters,
      WordTable chinese,
      WordTable english,
      Entries entries) {
    BitWriter file = new BitWriter();
    file.writeBytes(MARK);
    file.write(VERSION, 8);
    BitWriter part = new BitWriter();
    part.writeBytes(String.join("\n", notes).getBytes(UTF_8));
    append(part, file);
    part = new BitWriter();
    CharacterSection.write(characters, part);
    append(part, file);
    part = new BitWriter();
    WordSection.write(chinese, part);
    append(part, file);
    part = new BitWriter();
    WordSection.write(english, part);
    append(part, file);
    part = new BitWriter();
    EntrySection.write(entries, chinese, english, part);
    append(part, file);
    byte[] body = file.toBytes();
    file.write((int) checksum(body, body.length), 32);
    return file.toBytes();
  }

  private static void append(BitWriter part, BitWriter file) {
    file.writeNumber(part.length());
    file.writeBytes(part.toBytes());
  }

  /**
   * Checks a file and prepares to read its parts; the task fails with {@link DamagedException} if
   * they were tampered with.
   *
   * @throws DamagedException if it is not a lexicon file, has another version, or is damaged
   */
  static ForkJoinTask<LexiconFile> open(byte[] bytes) {
    int start = MARK.length + 1;
    if (bytes.length < start + CHECKSUM
        || !Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)) {
      throw new DamagedException("it is not a lexicon");
    }
    if (bytes[MARK.length] != VERSION) {
      throw new DamagedException(
          "it has version "
              + (bytes[MARK.length] & 0xFF)
              + ", this Ballast reads version "
              + VERSION);
    }
    int end = bytes.length - CHECKSUM;
    BitReader last = new BitReader(bytes, end, bytes.length);
    if (((last.read(16) << 16) | last.read(16)) != (int) checksum(bytes, end)) {
      throw new DamagedException("it is damaged: its checksum is wrong");
    }
    return new Reading(bytes, start, end);
  }

  /** Reads the parts of a file whose checksum is correct. */
  private static final class Reading extends RecursiveTask<LexiconFile> {

    private static final long serialVersionUID = 1L;

    private final transient byte[] bytes;
    private final int start;
    private final int end;

    Reading(byte[] bytes, int start, int end) {
      this.bytes = bytes;
      this.start = start;
      this.end = end;
    }

    @Override
    protected LexiconFile compute() {
      BitReader in = new BitReader(bytes, start, end);
      BitReader part = part(bytes, in, end);
      byte[] notes = new byte[part.remaining()];
      part.readBytes(notes);
      BitReader characters = part(bytes, in, end);
      // The Chinese words take half of the time, everything else the other half.
      ForkJoinTask<WordTable> chinese = new ReadWords(part(bytes, in, end)).fork();
      CharacterTable table = CharacterSection.read(characters);
      WordTable english = WordSection.read(part(bytes, in, end));
      BitReader entries = part(bytes, in, end);
      int last = end - in.remaining();
      return new LexiconFile(
          List.of(new String(notes, UTF_8).split("\n")),
          table,
          chinese.join(),
          english,
          new EntrySection(bytes, entries, last, chinese.join(), english));
    }
  }

  /** Reads the words of a language in another thread. */
  private static final class ReadWords extends RecursiveTask<WordTable> {

    private static final long serialVersionUID = 1L;

    private final transient BitReader in;

    ReadWords(BitReader in) {
      this.in = in;
    }

    @Override
    protected WordTable compute() {
      return WordSection.read(in);
    }
  }

  /** A reader of the next part; moves {@code in} past it. */
  private static BitReader part(byte[] bytes, BitReader in, int end) {
    int length = in.readNumber(bytes.length);
    int from = end - in.remaining();
    if (length > in.remaining()) {
      throw new DamagedException("it ends too early");
    }
    in.skipBytes(length);
    return new BitReader(bytes, from, from + length);
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }

  /**
   * The section of a lexicon file for entries: for each Chinese word the numbers of its English
   * words, ascending, and the expected links between the two in each direction. A probability is
   * these links divided by the links of the whole word. The two directions nearly agree, so only
   * their difference is stored for the second.
   *
   * <p>Words are stored in blocks that can be found without reading earlier ones; inside a block
   * they are read in sequence. Decoded entries are kept of common words only, so an open lexicon
   * takes little more memory than its file.
   */
  static final class EntrySection {

    /** Resolution of links, in nats: half a step is 7.5 percent. */
    private static final double STEP = 0.15;

    /** The fewest links that are distinguished from none. */
    private static final double MIN_LINKS = 0.001;

    private static final int STEPS = 256;
    private static final int SIZES = 32;

    /** The most words of a block that a file may have. */
    private static final int MAX_BLOCK_WORDS = 64;

    /** A block is read from its beginning: small ones are faster, and take some bytes more. */
    private static final int BLOCK_WORDS = 16;

    private static final int BLOCK_ENTRIES = 160;

    /** The number of different values of {@link #bucket}. */
    private static final int BUCKETS = 64;

    private static final double[] LINKS = links();

    private final byte[] bytes;
    private final WordTable chinese;
    private final WordTable english;
    private final PrefixCode size;
    private final PrefixCode[] gaps;
    private final PrefixCode[] links;
    private final PrefixCode difference;
    private final int[] firstWords;
    private final int[] starts;
    private final KeptRows kept = new KeptRows();

    /**
     * Opens the section.
     *
     * @param bytes the whole file
     * @param in at the beginning of the section
     * @param end the index of the byte after the section
     */
    EntrySection(byte[] bytes, BitReader in, int end, WordTable chinese, WordTable english) {
      this.bytes = bytes;
      this.chinese = chinese;
      this.english = english;
      this.size = PrefixCode.read(in, BUCKETS);
      this.gaps = readCodes(in, BUCKETS);
      this.links = readCodes(in, STEPS);
      this.difference = PrefixCode.read(in, 2 * STEPS);
      int blocks = in.readNumber(in.remaining());
      this.firstWords = new int[blocks + 1];
      int[] lengths = new int[blocks];
      for (int i = 0; i < blocks; i++) {
        firstWords[i + 1] = firstWords[i] + in.readNumber(MAX_BLOCK_WORDS);
        lengths[i] = in.readNumber(bytes.length);
      }
      in.checkEnd();
      this.starts = new int[blocks + 1];
      starts[0] = end - in.remaining();
      for (int i = 0; i < blocks; i++) {
        if (lengths[i] > end - starts[i]) {
          throw new DamagedException("its entries do not fit");
        }
        starts[i + 1] = starts[i] + lengths[i];
      }
      if (firstWords[blocks] != chinese.size() || starts[blocks] != end) {
        throw new DamagedException("its entries do not match its words");
      }
    }

    private static PrefixCode[] readCodes(BitReader in, int symbols) {
      PrefixCode[] codes = new PrefixCode[SIZES];
      for (int i = 0; i < SIZES; i++) {
        codes[i] = PrefixCode.read(in, symbols);
      }
      return codes;
    }

    /** Visits all entries of a Chinese word. */
    void visit(int word, EntryVisitor visitor) {
      EntryRow row = kept.of(word);
      if (row == null) {
        row = read(word);
        kept.keep(word, row);
      }
      double all = chinese.links()[word];
      for (int i = 0; i < row.size(); i++) {
        int number = row.english()[i];
        double forward = LINKS[row.forward(i)];
        double backward = LINKS[row.backward(i)];
        visitor.visit(
            number,
            Math.min(1, forward / all),
            Math.min(1, backward / english.links()[number]),
            (forward + backward) / 2);
      }
    }

    private EntryRow read(int word) {
      int found = Arrays.binarySearch(firstWords, word);
      int block = found >= 0 ? found : -found - 2;
      BitReader in = new BitReader(bytes, starts[block], starts[block + 1]);
      for (int skipped = firstWords[block]; skipped < word; skipped++) {
        readRow(in);
      }
      return readRow(in);
    }

    private EntryRow readRow(BitReader in) {
      int entries = readBucket(size, in);
      if (entries > english.size()) {
        throw new DamagedException("a word has too many entries");
      }
      PrefixCode gap = gaps[sizeClass(entries)];
      PrefixCode link = links[sizeClass(entries)];
      EntryRow row = new EntryRow(new int[entries], new byte[entries], new byte[entries]);
      int number = -1;
      for (int i = 0; i < entries; i++) {
        number += readBucket(gap, in) + 1;
        int forward = link.decode(in);
        int backward = forward + unzigzag(difference.decode(in));
        if (number >= english.size() || number < 0 || backward < 0 || backward >= STEPS) {
          throw new DamagedException("an entry is impossible");
        }
        row.english()[i] = number;
        row.forward()[i] = (byte) forward;
        row.backward()[i] = (byte) backward;
      }
      return row;
    }

    /** Writes the section; the words of {@code entries} have the numbers of the file. */
    static void write(Entries entries, WordTable chinese, WordTable english, BitWriter out) {
      new Encoder(entries, chinese, english).write(out);
    }

    private static int sizeClass(int entries) {
      return 32 - Integer.numberOfLeadingZeros(entries);
    }

    private static int step(double links) {
      double steps = StrictMath.log(Math.max(links, MIN_LINKS) / MIN_LINKS) / STEP;
      return (int) Math.min(STEPS - 1, Math.round(steps));
    }

    private static double[] links() {
      double[] links = new double[STEPS];
      for (int i = 0; i < STEPS; i++) {
        links[i] = MIN_LINKS * StrictMath.exp(i * STEP);
      }
      return links;
    }

    private static int zigzag(int value) {
      return (value << 1) ^ (value >> 31);
    }

    private static int unzigzag(int value) {
      return (value >>> 1) ^ -(value & 1);
    }

    /**
     * The bucket of a number: each number below 4 has its own; from 4 on there are two per power of
     * two.
     */
    private static int bucket(int value) {
      if (value < 4) {
        return value;
      }
      int bits = 31 - Integer.numberOfLeadingZeros(value);
      return bits * 2 + ((value >>> (bits - 1)) & 1);
    }

    private static void writeBucket(PrefixCode code, int value, BitWriter out) {
      code.encode(bucket(value), out);
      if (value >= 4) {
        out.write(value, 30 - Integer.numberOfLeadingZeros(value));
      }
    }

    private static int readBucket(PrefixCode code, BitReader in) {
      int bucket = code.decode(in);
      if (bucket < 4) {
        return bucket;
      }
      int bits = bucket >>> 1;
      if (bits > 30) {
        throw new DamagedException("a number is too large");
      }
      return ((2 | (bucket & 1)) << (bits - 1)) | in.read(bits - 1);
    }

    /** Writes a section. */
    private static final class Encoder {

      private final Entries entries;
      private final WordTable chinese;
      private final WordTable english;
      private final long[] sizes = new long[BUCKETS];
      private final long[][] gaps = new long[SIZES][BUCKETS];
      private final long[][] links = new long[SIZES][STEPS];
      private final long[] differences = new long[2 * STEPS];

      Encoder(Entries entries, WordTable chinese, WordTable english) {
        this.entries = entries;
        this.chinese = chinese;
        this.english = english;
      }

      void write(BitWriter out) {
        count();
        PrefixCode size = PrefixCode.of(sizes);
        PrefixCode[] gap = Arrays.stream(gaps).map(PrefixCode::of).toArray(PrefixCode[]::new);
        PrefixCode[] link = Arrays.stream(links).map(PrefixCode::of).toArray(PrefixCode[]::new);
        PrefixCode difference = PrefixCode.of(differences);
        size.write(out);
        Arrays.stream(gap).forEach(code -> code.write(out));
        Arrays.stream(link).forEach(code -> code.write(out));
        difference.write(out);
        BitWriter blocks = new BitWriter();
        BitWriter index = new BitWriter();
        int number = 0;
        int word = 0;
        while (word < chinese.size()) {
          int from = word;
          int start = blocks.length();
          int last = Math.min(from + BLOCK_WORDS, chinese.size());
          while (word < last
              && (word == from || entries.start(word) - entries.start(from) < BLOCK_ENTRIES)) {
            writeRow(word, size, gap, link, difference, blocks);
            word++;
          }
          blocks.align();
          index.writeNumber(word - from);
          index.writeNumber(blocks.length() - start);
          number++;
        }
        out.writeNumber(number);
        out.writeBytes(index.toBytes());
        out.writeBytes(blocks.toBytes());
      }

      private void count() {
        for (int word = 0; word < chinese.size(); word++) {
          int count = entries.start(word + 1) - entries.start(word);
          sizes[bucket(count)]++;
          int previous = -1;
          for (int i = entries.start(word); i < entries.start(word + 1); i++) {
            gaps[sizeClass(count)][bucket(entries.english(i) - previous - 1)]++;
            previous = entries.english(i);
            links[sizeClass(count)][forward(word, i)]++;
            differences[zigzag(backward(i) - forward(word, i))]++;
          }
        }
      }

      private void writeRow(
          int word,
          PrefixCode size,
          PrefixCode[] gap,
          PrefixCode[] link,
          PrefixCode difference,
          BitWriter out) {
        int count = entries.start(word + 1) - entries.start(word);
        writeBucket(size, count, out);
        int previous = -1;
        for (int i = entries.start(word); i < entries.start(word + 1); i++) {
          writeBucket(gap[sizeClass(count)], entries.english(i) - previous - 1, out);
          previous = entries.english(i);
          int forward = forward(word, i);
          link[sizeClass(count)].encode(forward, out);
          difference.encode(zigzag(backward(i) - forward), out);
        }
      }

      private int forward(int word, int entry) {
        return step(entries.englishGivenChinese(entry) * chinese.links()[word]);
      }

      private int backward(int entry) {
        return step(entries.chineseGivenEnglish(entry) * english.links()[entries.english(entry)]);
      }
    }
  }

  /**
   * The rows of common words, which almost every document asks for and which take the longest to
   * read. They take some 4 MB at most. Thread-safe.
   */
  static final class KeptRows {

    /** Words with fewer entries are quickly read again. */
    private static final int MIN_ENTRIES = 64;

    /** The bundled lexicon has 517,000 entries of words with so many. */
    private static final int MAX_ENTRIES = 600_000;

    private final Map<Integer, EntryRow> rows = new ConcurrentHashMap<>();
    private final AtomicInteger entries = new AtomicInteger();

    @Nullable EntryRow of(int word) {
      return rows.get(word);
    }

    void keep(int word, EntryRow row) {
      if (row.size() >= MIN_ENTRIES
          && entries.get() + row.size() <= MAX_ENTRIES
          && rows.putIfAbsent(word, row) == null) {
        entries.addAndGet(row.size());
      }
    }
  }

  /**
   * The entries of a Chinese word as the file has them.
   *
   * @param english the ids of the English words, ascending
   * @param forward the expected links from the Chinese word to each, in the steps of {@link
   *     EntrySection}, 0 to 255
   * @param backward the same from each to the Chinese word
   */
  @SuppressWarnings("ArrayRecordComponent") // numbers, never compared
  record EntryRow(int[] english, byte[] forward, byte[] backward) {

    int size() {
      return english.length;
    }

    int forward(int entry) {
      return forward[entry] & 0xFF;
    }

    int backward(int entry) {
      return backward[entry] & 0xFF;
    }
  }
}
