package ballast.format.unit;

import ballast.bitext.InputException;
import ballast.format.file.CountedInput;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bilingual file in memoQ's {@code .mqxlz}, a ZIP file that also holds the skeleton of the
 * document. Nothing is unpacked to disk. Implausibly compressed files are rejected.
 */
final class MqxlzFile {

  private static final String PART = ".mqxliff";

  /** Maximum number of parts; memoQ writes two. */
  private static final int MAX_PARTS = 100;

  private static final long MAX_BYTES = 2L << 30;

  /** Unpacked size in bytes below which any compression ratio is accepted. */
  private static final long SMALL = 16L << 20;

  /** Maximum compression ratio; real files reach 10 to 40. */
  private static final long MAX_TIMES = 200;

  private final String name;
  private long packed;
  private long unpacked;

  private MqxlzFile(String name) {
    this.name = name;
  }

  static InputStream bilingual(InputStream in, String name) throws IOException {
    InputStream marked = in.markSupported() ? in : new BufferedInputStream(in);
    marked.mark(4);
    boolean isZip =
        marked.read() == 'P' && marked.read() == 'K' && marked.read() == 3 && marked.read() == 4;
    marked.reset();
    return isZip ? new MqxlzFile(name).find(marked) : marked;
  }

  private InputStream find(InputStream in) throws IOException {
    ZipInputStream zip = new ZipInputStream(new CountedInput(in, read -> packed = read));
    for (int i = 0; i < MAX_PARTS; i++) {
      ZipEntry entry = next(zip);
      if (entry == null) {
        break;
      }
      long before = unpacked;
      InputStream part = new CountedInput(zip, read -> check(before + read));
      if (entry.getName().toLowerCase(Locale.ROOT).endsWith(PART)) {
        return part;
      }
      part.transferTo(OutputStream.nullOutputStream());
    }
    throw new InputException(
        "cannot read \"" + name + "\": a ZIP file without a part that ends in " + PART,
        "give memoQ's .mqxlz, or unpack the file first");
  }

  private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException e) { // thrown by Java for a name in another encoding
      throw (IOException) new ZipException("a part has no readable name").initCause(e);
    }
  }

  private void check(long bytes) {
    unpacked = bytes;
    if (bytes > MAX_BYTES || (bytes > SMALL && bytes / MAX_TIMES > packed)) {
      String limit = bytes > MAX_BYTES ? (MAX_BYTES >> 30) + " GiB" : MAX_TIMES + " times its size";
      throw new InputException(
          "cannot read \"" + name + "\": it unpacks to more than " + limit,
          "no bilingual file does; give another file");
    }
  }
}
