package ballast.format.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Opens only ZIP archives that every program reads alike: {@link ZipFile} trusts the central
 * directory, others the header before each part, and it never checks checksums. The format is that
 * of APPNOTE 6.3.10, without ZIP64.
 */
public final class SoundZip {

  private static final int END = 0x06054b50;
  private static final int ENTRY = 0x02014b50;
  private static final int PART = 0x04034b50;

  /** Length of the record at the end of an archive, without its comment. */
  private static final int END_LENGTH = 22;

  private static final int MAX_COMMENT = 0xFFFF;

  /** Content of a four-byte field if ZIP64 has the value. */
  private static final long ELSEWHERE = 0xFFFFFFFFL;

  private final RandomAccessFile file;

  private SoundZip(RandomAccessFile file) {
    this.file = file;
  }

  /**
   * @throws ZipException if it is damaged, or a part's own header has another name than the
   *     directory
   */
  public static ZipFile open(Path path) throws IOException {
    ZipFile zip = new ZipFile(path.toFile());
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      new SoundZip(file).compareNames();
      return zip;
    } catch (EOFException e) {
      zip.close();
      throw (ZipException) new ZipException("it is cut off").initCause(e);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /**
   * Returns the bytes of a part. Reading to its end throws {@link ZipException} if they are
   * damaged.
   */
  public static InputStream part(ZipFile zip, ZipEntry entry) throws IOException {
    CheckedInputStream bytes = new CheckedInputStream(zip.getInputStream(entry), new CRC32());
    return new FilterInputStream(bytes) {

      @Override
      public int read() throws IOException {
        return checked(super.read());
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        return checked(super.read(buffer, offset, length));
      }

      private int checked(int read) throws ZipException {
        if (read < 0 && bytes.getChecksum().getValue() != entry.getCrc()) {
          throw new ZipException("the checksum of the part " + entry.getName() + " is wrong");
        }
        return read;
      }
    };
  }

  private void compareNames() throws IOException {
    long end = end();
    ByteBuffer record = read(end, END_LENGTH);
    long length = record.getInt(12) & ELSEWHERE;
    long offset = record.getInt(16) & ELSEWHERE;
    if (length == ELSEWHERE || offset == ELSEWHERE) {
      throw new ZipException("it uses ZIP64, which only archives over 4 GB need");
    }
    long start = end - length - offset; // bytes before it, such as an unpacking program
    ByteBuffer directory = read(end - length, (int) length);
    while (directory.remaining() >= 46 && directory.getInt(directory.position()) == ENTRY) {
      int at = directory.position();
      byte[] name = new byte[directory.getShort(at + 28) & 0xFFFF];
      directory.position(at + 46).get(name);
      compareName(start + (directory.getInt(at + 42) & ELSEWHERE), name);
      int rest = (directory.getShort(at + 30) & 0xFFFF) + (directory.getShort(at + 32) & 0xFFFF);
      directory.position(directory.position() + rest);
    }
  }

  private void compareName(long at, byte[] name) throws IOException {
    ByteBuffer header = read(at, 30);
    byte[] local = new byte[header.getShort(26) & 0xFFFF];
    file.readFully(local);
    if (header.getInt(0) != PART || !Arrays.equals(local, name)) {
      throw new ZipException(
          "its directory names a part %s that calls itself %s"
              .formatted(new String(name, UTF_8), new String(local, UTF_8)));
    }
  }

  /** Returns the start of the end record: the last one with a comment up to the end of the file. */
  private long end() throws IOException {
    int length = (int) Math.min(file.length(), END_LENGTH + MAX_COMMENT);
    long start = file.length() - length;
    ByteBuffer tail = read(start, length);
    for (int at = length - END_LENGTH; at >= 0; at--) {
      if (tail.getInt(at) == END && (tail.getShort(at + 20) & 0xFFFF) == length - at - END_LENGTH) {
        return start + at;
      }
    }
    throw new ZipException("it has no directory, or bytes after its end");
  }

  private ByteBuffer read(long position, int length) throws IOException {
    if (position < 0 || length < 0 || position + length > file.length()) {
      throw new ZipException("its directory points outside of it");
    }
    byte[] bytes = new byte[length];
    file.seek(position);
    file.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
