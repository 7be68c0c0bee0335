package ballast.format.table;

import ballast.bitext.InputException;
import ballast.format.file.CountedInput;
import java.io.InputStream;
import java.util.Locale;

/** Unpacks a part of a ZIP file, and stops if it unpacks to more than a table can have. */
final class UnpackedPart {

  /** In bytes. */
  private static final long MAX_BYTES = 256L << 20;

  /** A part that unpacks to less may be packed at any ratio. */
  private static final long SMALL = 8L << 20;

  /** Real sheets unpack to ten to thirty times their size. */
  private static final long MAX_TIMES = 150;

  private final String name;
  private final long packed;

  private UnpackedPart(long packed, String name) {
    this.name = name;
    this.packed = packed;
  }

  /**
   * The unpacked bytes of the part; reading throws {@link InputException} when they become too
   * many.
   *
   * @param packed how many bytes the part has in the ZIP file
   * @param name what the user calls the ZIP file, for messages
   */
  static InputStream of(InputStream in, long packed, String name) {
    return new CountedInput(in, new UnpackedPart(packed, name)::check);
  }

  private void check(long read) {
    if (read > MAX_BYTES) {
      throw refused(String.format(Locale.ROOT, "more than %d MiB", MAX_BYTES >> 20));
    }
    if (read > SMALL && read / MAX_TIMES > packed) {
      throw refused("more than " + MAX_TIMES + " times its size");
    }
  }

  private InputException refused(String what) {
    return new InputException(
        "cannot read the workbook \"" + name + "\": it unpacks to " + what,
        "no table of terms or sentences is so large; give another file");
  }
}
