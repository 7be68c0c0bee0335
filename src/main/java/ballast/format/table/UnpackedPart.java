package ballast.format.table;

import ballast.bitext.InputException;
import ballast.format.file.CountedInput;
import java.io.InputStream;
import java.util.Locale;

/** A part of a ZIP file; ends where it unpacks to more than a table can have. */
final class UnpackedPart {

  /** In bytes. */
  private static final long MOST = 256L << 20;

  /** Of a part that unpacks to less, nobody minds how often it has the same in it. */
  private static final long SMALL = 8L << 20;

  /** Sheets unpack to ten or thirty times their size. */
  private static final long MOST_TIMES = 150;

  private final String name;
  private final long packed;

  private UnpackedPart(long packed, String name) {
    this.name = name;
    this.packed = packed;
  }

  /**
   * The part as it unpacks; reading throws {@link InputException} where it is too much.
   *
   * @param packed how many bytes the part has in the ZIP file
   * @param name what the user calls the ZIP file, for messages
   */
  static InputStream of(InputStream in, long packed, String name) {
    return new CountedInput(in, new UnpackedPart(packed, name)::check);
  }

  private void check(long read) {
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
