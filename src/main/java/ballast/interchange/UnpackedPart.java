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

  private final String name;
  private long read;

  /**
   * @param name what the user calls the ZIP file, for messages
   */
  UnpackedPart(InputStream in, String name) {
    super(in);
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
      throw new InputException(
          String.format(
              Locale.ROOT,
              "cannot read the workbook \"%s\": it unpacks to more than %d MiB",
              name,
              MOST >> 20),
          "no table of terms or sentences does; give another file");
    }
  }
}
