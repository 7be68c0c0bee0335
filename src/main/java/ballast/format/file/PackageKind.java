package ballast.format.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The kinds of documents that are ZIP archives. They are distinguished without unpacking their
 * parts: by the {@code mimetype} that OpenDocument, EPUB and IDML store first, or by the names of
 * the parts in the archive's directory.
 */
public enum PackageKind {
  DOCX("", "word/"),
  PPTX("", "ppt/"),
  XLSX("", "xl/"),
  ODT("application/vnd.oasis.opendocument.text", ""),
  ODS("application/vnd.oasis.opendocument.spreadsheet", ""),
  ODP("application/vnd.oasis.opendocument.presentation", ""),
  EPUB("application/epub+zip", ""),
  IDML("application/vnd.adobe.indesign-idml-package", "designmap.xml");

  /** End of the directory of an archive, its first 22 bytes (APPNOTE 4.3.16). */
  private static final int END_SIZE = 22;

  /** Length of a part's own header, before its name. */
  private static final int LOCAL_SIZE = 30;

  private static final int MAX_MIMETYPE = 100;
  private static final int MAX_COMMENT = 65_535;
  private static final int ENTRY_SIZE = 46;
  private static final int MAX_ENTRIES = 10_000;

  private final String mimetype;
  private final String part;

  PackageKind(String mimetype, String part) {
    this.mimetype = mimetype;
    this.part = part;
  }

  /** Returns the kind of a file; empty if it is not a ZIP archive or none of these. */
  public static Optional<PackageKind> of(byte[] bytes) {
    if (!startsWith(bytes, 0, "PK\u0003\u0004")) {
      return Optional.empty();
    }
    String declares = mimetype(bytes);
    Optional<PackageKind> declared =
        Arrays.stream(values())
            .filter(kind -> !kind.mimetype.isEmpty() && declares.startsWith(kind.mimetype))
            .findFirst();
    if (declared.isPresent()) {
      return declared;
    }
    List<PackageKind> byPart = Arrays.stream(values()).filter(k -> !k.part.isEmpty()).toList();
    int entry = directory(bytes);
    for (int n = 0; n < MAX_ENTRIES && startsWith(bytes, entry, "PK\u0001\u0002"); n++) {
      int length = number(bytes, entry + 28);
      String name = latin(bytes, entry + ENTRY_SIZE, Math.min(length, 64));
      Optional<PackageKind> found =
          byPart.stream().filter(kind -> name.startsWith(kind.part)).findFirst();
      if (found.isPresent()) {
        return found;
      }
      entry += ENTRY_SIZE + length + number(bytes, entry + 30) + number(bytes, entry + 32);
    }
    return Optional.empty();
  }

  static boolean isCutOff(byte[] bytes) {
    return startsWith(bytes, 0, "PK\u0003\u0004") && directory(bytes) == bytes.length;
  }

  private static String mimetype(byte[] bytes) {
    String name = "mimetype";
    if (!startsWith(bytes, LOCAL_SIZE, name)) {
      return "";
    }
    int start = LOCAL_SIZE + name.length() + number(bytes, 28);
    if (number(bytes, 8) == 0) {
      return latin(bytes, start, MAX_MIMETYPE);
    }
    Inflater inflater = new Inflater(/* nowrap= */ true);
    try {
      int from = Math.min(start, bytes.length);
      inflater.setInput(bytes, from, bytes.length - from);
      byte[] value = new byte[MAX_MIMETYPE];
      return latin(value, 0, inflater.inflate(value));
    } catch (DataFormatException e) {
      return "";
    } finally {
      inflater.end();
    }
  }

  /** Returns the length of the file if there is no directory. */
  private static int directory(byte[] bytes) {
    int last = bytes.length - END_SIZE;
    for (int at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
      if (startsWith(bytes, at, "PK\u0005\u0006")) {
        long offset = number(bytes, at + 16) + ((long) number(bytes, at + 18) << 16);
        return (int) Math.min(offset, bytes.length);
      }
    }
    return bytes.length;
  }

  /** The lower byte comes first; 0 beyond the end. */
  private static int number(byte[] bytes, int at) {
    return at + 1 < bytes.length ? (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8 : 0;
  }

  private static boolean startsWith(byte[] bytes, int at, String signature) {
    return latin(bytes, at, signature.length()).equals(signature);
  }

  private static String latin(byte[] bytes, int at, int length) {
    int from = Math.min(at, bytes.length);
    return new String(
        bytes, from, Math.min(length, bytes.length - from), StandardCharsets.ISO_8859_1);
  }
}
