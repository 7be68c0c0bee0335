package ballast.format.file;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import ballast.bitext.InputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Recognises common files that are not text, and gives advice on them. */
public final class BinaryFiles {

  private static final double MAX_CONTROL = 0.1;

  /** Even short texts may contain one or two stray control characters. */
  private static final int MIN_CONTROLS = 3;

  private static final String TRY_OFFICE =
      "open it in its own program or in LibreOffice, save it as .docx, .xlsx, .pptx or .odt and"
          + " give that file";

  private static final String OLD_OFFICE = "\u00D0\u00CF\u0011\u00E0";

  /** Bytes at either end of a file that may hold the directory of an archive of the old kind. */
  private static final int DIRECTORY = 1 << 20;

  private record Kind(String magic, String what, String hint) {

    Kind(String what, String hint) {
      this("", what, hint);
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          new Kind("%PDF-", "a PDF file", "copy its text into a .txt file, or convert it first"),
          new Kind(OLD_OFFICE, "an old Office file (.doc, .xls, .ppt, .wps)", TRY_OFFICE),
          new Kind("{\\rtf", "a rich text file (RTF)", TRY_OFFICE),
          new Kind("\u0089PNG", "a PNG image", "give a text file"),
          new Kind("\u00FF\u00D8\u00FF", "a JPEG image", "give a text file"),
          new Kind("GIF8", "a GIF image", "give a text file"),
          new Kind("SQLite format 3\0", "a database", "name a translation memory with --tm"),
          new Kind("\u001F\u008B", "a gzip archive", "unpack it first: gunzip FILE"),
          new Kind("7z\u00BC\u00AF", "a 7-Zip archive", "unpack it first"),
          new Kind("Rar!", "a RAR archive", "unpack it first"),
          new Kind("BZh", "a bzip2 archive", "unpack it first: bunzip2 FILE"),
          new Kind("\u00FD7zXZ", "an xz archive", "unpack it first: unxz FILE"));

  private static final Kind UNKNOWN =
      new Kind("a binary file, not text", "give a text file, or name its encoding with --encoding");

  private static final Kind LOCK =
      new Kind("the mark of a document that a word processor has open", "give the document itself");

  private static final Kind MIME =
      new Kind(
          "an e-mail, or a web page saved as a single file (MHTML)",
          "open it in a browser, save it as \"Web page, HTML only\" and give that file");

  private BinaryFiles() {}

  /**
   * Throws an {@code InputException} if the first bytes are those of a known kind that is not text,
   * or the name is that of the lock of an open document.
   */
  public static void refuseKnown(byte[] bytes, String name) {
    if (name.matches("(?s)(?:.*[/\\\\])?(?:~\\$|\\.~lock\\.)[^/\\\\]+")) {
      throw refusal(LOCK, name);
    }
    String head = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
    if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
      throw refusal(zip(bytes, name), name);
    }
    if (isOldOffice(bytes, "EncryptedPackage")) {
      throw new InputException(
          "cannot read \"" + name + "\": it is an Office document protected by a password",
          "open it with its password, save it without one and give that file");
    }
    Optional<Kind> kind = KINDS.stream().filter(k -> head.startsWith(k.magic())).findFirst();
    if (kind.isPresent() && !(kind.get().magic().equals("BZh") && head.length() < 10)) {
      throw refusal(kind.get(), name);
    }
    if (isMime(head)) {
      throw refusal(MIME, name);
    }
    if (head.startsWith("<") || head.startsWith("\u00EF\u00BB\u00BF<")) {
      refuseExchangeFormat(head, name);
    }
  }

  static Optional<String> known(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    return head.startsWith("PK\u0003\u0004")
        ? Optional.of("a ZIP archive or an Office file")
        : KINDS.stream().filter(k -> head.startsWith(k.magic())).map(Kind::what).findFirst();
  }

  /** Browsers also save pages as messages (RFC 2045). */
  private static boolean isMime(String head) {
    String header = head.toLowerCase(Locale.ROOT).split("\\R\\R", 2)[0];
    return header.matches("(?s)[a-z-]{1,60}:.*")
        && header.lines().anyMatch(line -> line.startsWith("mime-version:"))
        && header.lines().anyMatch(line -> line.startsWith("content-type:"));
  }

  /** Throws an {@code InputException} if a decoded text has too many control characters. */
  public static void refuseControls(String text, String name) {
    long controls = text.chars().filter(BinaryFiles::isOddControl).count();
    if (controls > MIN_CONTROLS && controls > text.length() * MAX_CONTROL) {
      throw notText(name);
    }
  }

  static InputException notText(String name) {
    return refusal(UNKNOWN, name);
  }

  private static boolean isOddControl(int c) {
    boolean control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    return control && !(c >= '\t' && c <= '\r') && c != 0x1A && c != 0x1B && c != 0x85;
  }

  private static Kind zip(byte[] bytes, String name) {
    if (PackageKind.isCutOff(bytes)) {
      return new Kind(
          "an archive that is cut off: its directory at the end is missing",
          "get the file again, or open it in its own program and save it anew");
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".pages")) {
      return new Kind("a Pages document", "export it from Pages as Word (.docx)");
    }
    if (lower.endsWith(".ods")) {
      return new Kind("a spreadsheet (ODS)", "save it as .xlsx or as tab-separated text");
    }
    if (lower.endsWith(".odp")) {
      return new Kind("a presentation (ODP)", "save it as .pptx");
    }
    return lower.matches(".*\\.(?:docx|pptx|xlsx|odt|epub|idml)")
        ? new Kind(
            "a ZIP archive without the parts that its name promises",
            "unpack it, or open it in its own program and save it anew")
        : new Kind("a ZIP archive", "unpack it and give the documents inside");
  }

  /**
   * Whether a file is an archive of the old kind that contains a part: {@code WordDocument}, or
   * {@code EncryptedPackage} around a document of the new kind with a password.
   */
  public static boolean isOldOffice(byte[] bytes, String part) {
    int length = Math.min(bytes.length, DIRECTORY);
    String start = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    if (!start.startsWith(OLD_OFFICE)) {
      return false;
    }
    String name = new String(part.getBytes(UTF_16LE), StandardCharsets.ISO_8859_1);
    int end = Math.max(0, bytes.length - DIRECTORY);
    String rest = new String(bytes, end, bytes.length - end, StandardCharsets.ISO_8859_1);
    return start.contains(name) || rest.contains(name);
  }

  private static void refuseExchangeFormat(String head, String name) {
    boolean isTmx = head.contains("<tmx");
    if (isTmx || head.contains("<xliff")) {
      String what = isTmx ? "a translation memory (TMX)" : "a bilingual file (XLIFF)";
      throw refusal(new Kind(what, "give the article and its translation as two text files"), name);
    }
  }

  private static InputException refusal(Kind kind, String name) {
    return new InputException(
        "cannot read \"" + name + "\" as text: it is " + kind.what(), kind.hint());
  }
}
