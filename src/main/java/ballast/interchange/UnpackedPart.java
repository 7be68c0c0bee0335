package ballast.interchange;

import ballast.bitext.InputException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** A part of a ZIP file; ends where it unpacks to more than a table can have. */
final class UnpackedPart extends FilterInputStream {

  /** In bytes. */
  private static final long MOST = 256L << 20;

  /** Of a part that unpacks to less, nobody minds how often it has the same in it. */
  private static final long SMALL = 8L << 20;

  /** Sheets unpack to ten or thirty times their size. */
  private static final long MOST_TIMES = 150;

  private final String name;
  private final long packed;
  private long read;

  /**
   * @param packed how many bytes the part has in the ZIP file
   * @param name what the user calls the ZIP file, for messages
   */
  UnpackedPart(InputStream in, long packed, String name) {
    super(in);
    this.packed = packed;
    this.name = name;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    count(Math.max(0, count));
    return count;
  }

  private void count(int bytes) {
    read += bytes;
    if (read > MOST) {
      throw refused(String.format(Locale.ROOT, "more than %d MiB", MOST >> 20));
    }
    if (read > SMALL && read / MOST_TIMES > packed) {
      throw refused("more than " + MOST_TIMES + " times its size");
    }
  }

  private InputException refused(String what) {
    return new InputException(
        "cannot read the workbook \"" + name + "\": it unpacks to " + what,
        "no table of terms or sentences does; give another file");
  }
}
