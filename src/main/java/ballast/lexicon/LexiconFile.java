package ballast.lexicon;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveTask;
import java.util.zip.CRC32;

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
}
