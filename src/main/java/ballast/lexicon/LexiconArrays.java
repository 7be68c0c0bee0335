package ballast.lexicon;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * The arrays of a lexicon file: a mark, a version, the arrays, and a CRC-32 of all of this. Numbers
 * are big-endian. The length of an array precedes its elements. The file is not compressed, so that
 * training gives the same bytes on every machine; the jar deflates the bundled one.
 *
 * <p>The checksum is a CRC because it is computed at every opening: SHA-256 would take longer than
 * everything else.
 */
final class LexiconArrays {

  private static final byte[] MARK = "BALLEX\r\n".getBytes(US_ASCII);
  private static final byte VERSION = 3;

  private LexiconArrays() {}

  static final class Writer {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Writer() {
      bytes.writeBytes(MARK);
      bytes.write(VERSION);
    }

    byte[] toBytes() {
      CRC32 checksum = new CRC32();
      checksum.update(bytes.toByteArray());
      bytes.writeBytes(
          ByteBuffer.allocate(Integer.BYTES).putInt((int) checksum.getValue()).array());
      return bytes.toByteArray();
    }

    void number(long value) {
      bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    void ints(int[] values) {
      ByteBuffer array = ByteBuffer.allocate(Integer.BYTES * (values.length + 1));
      array.putInt(values.length).asIntBuffer().put(values);
      bytes.writeBytes(array.array());
    }

    /** Writes the sizes of ranges for {@link Reader#starts}. */
    void sizes(int[] starts) {
      int[] sizes = new int[starts.length - 1];
      for (int i = 0; i < sizes.length; i++) {
        sizes[i] = starts[i + 1] - starts[i];
      }
      ints(sizes);
    }

    void bytes(byte[] values) {
      bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(values.length).array());
      bytes.writeBytes(values);
    }

    void chars(char[] values) {
      ByteBuffer array = ByteBuffer.allocate(Integer.BYTES + Character.BYTES * values.length);
      array.putInt(values.length).asCharBuffer().put(values);
      bytes.writeBytes(array.array());
    }

    void lines(List<String> lines) {
      chars(String.join("\n", lines).toCharArray());
    }
  }

  static final class Reader {

    private final CRC32 checksum = new CRC32();
    private final DataInputStream in;
    private long left;

    /**
     * @param size of the file; no array is longer
     */
    Reader(InputStream file, long size) throws IOException {
      this.in = new DataInputStream(new CheckedInputStream(file, checksum));
      this.left = size;
      require(Arrays.equals(in.readNBytes(MARK.length), MARK), "it is not a lexicon");
      int version = in.readUnsignedByte();
      if (version != VERSION) {
        throw new DamagedException(
            "it has version " + version + ", this Ballast reads version " + VERSION);
      }
    }

    void end() throws IOException {
      int expected = (int) checksum.getValue();
      require(in.readInt() == expected && in.read() < 0, "it is damaged: its checksum is wrong");
    }

    static void require(boolean isSound, String problem) {
      if (!isSound) {
        throw new DamagedException(problem);
      }
    }

    long number() throws IOException {
      return in.readLong();
    }

    int[] ints() throws IOException {
      IntBuffer array = elements(Integer.BYTES).asIntBuffer();
      int[] values = new int[array.remaining()];
      array.get(values);
      return values;
    }

    char[] chars() throws IOException {
      CharBuffer array = elements(Character.BYTES).asCharBuffer();
      char[] values = new char[array.remaining()];
      array.get(values);
      return values;
    }

    byte[] bytes() throws IOException {
      return elements(1).array();
    }

    String[] lines() throws IOException {
      return new String(chars()).split("\n");
    }

    /**
     * Reads the sizes of consecutive ranges.
     *
     * @return the start of each range, then the end of the last
     */
    int[] starts() throws IOException {
      int[] sizes = ints();
      int[] starts = new int[sizes.length + 1];
      for (int i = 0; i < sizes.length; i++) {
        starts[i + 1] = starts[i] + sizes[i];
        if (starts[i + 1] < starts[i]) {
          throw new DamagedException("a size is impossible");
        }
      }
      return starts;
    }

    private ByteBuffer elements(int elementSize) throws IOException {
      int length = in.readInt();
      require(length >= 0 && length <= left / elementSize, "it ends too early");
      byte[] bytes = new byte[length * elementSize];
      in.readFully(bytes);
      left -= bytes.length;
      return ByteBuffer.wrap(bytes);
    }
  }
}
