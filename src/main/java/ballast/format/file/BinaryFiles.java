package ballast.format.file;

import ballast.bitext.InputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Recognises files that are not text but are often given instead of text, and says what to do with
 * them.
 */
public final class BinaryFiles {

  /** A file with a larger share of control characters is not text. */
  private static final double MAX_CONTROL = 0.1;

  /** Even short texts may contain one or two stray control characters. */
  private static final int MIN_CONTROLS = 3;

  private static final String TRY_TEXT = "save it as plain text (UTF-8) or HTML and give that file";

  /**
   * @param magic the first bytes, as Latin-1
   * @param what the kind of file, with its article
   * @param hint what to try
   */
  private record Kind(String magic, String what, String hint) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("%PDF-", "a PDF file", "copy its text into a .txt file, or convert it first"),
          new Kind("\u00D0\u00CF\u0011\u00E0", "an old Office file (.doc, .xls)", TRY_TEXT),
          new Kind("{\\rtf", "a rich text file (RTF)", TRY_TEXT),
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
      new Kind(
          "", "a binary file, not text", "give a text file, or name its encoding with --encoding");

  private BinaryFiles() {}

  /**
   * Throws an {@code InputException} if the first bytes are those of a known kind that is not text.
   */
  public static void refuseKnown(byte[] bytes, String name) {
    String head = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
    if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
      throw refusal(zip(name), name);
    }
    Optional<Kind> kind = KINDS.stream().filter(k -> head.startsWith(k.magic())).findFirst();
    if (kind.isPresent() && !(kind.get().magic().equals("BZh") && head.length() < 10)) {
      throw refusal(kind.get(), name);
    }
    if (head.startsWith("<") || head.startsWith("\u00EF\u00BB\u00BF<")) {
      refuseExchangeFormat(head, name);
    }
  }

  /**
   * The kind of file that the first bytes show; empty unless it is a known kind that is not text.
   */
  static Optional<String> known(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    return head.startsWith("PK\u0003\u0004")
        ? Optional.of("a ZIP archive or an Office file")
        : KINDS.stream().filter(k -> head.startsWith(k.magic())).map(Kind::what).findFirst();
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

  private static Kind zip(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".docx") || lower.endsWith(".odt")) {
      return new Kind("", "a word processor's file", TRY_TEXT);
    }
    if (lower.endsWith(".xlsx") || lower.endsWith(".ods")) {
      return new Kind("", "a spreadsheet", "save it as tab-separated text");
    }
    if (lower.endsWith(".epub")) {
      return new Kind("", "an e-book (EPUB)", "unpack it and give the .xhtml files inside");
    }
    return new Kind("", "a ZIP archive or an Office file", "unpack it, or save it as text");
  }

  private static void refuseExchangeFormat(String head, String name) {
    if (head.contains("<tmx")) {
      throw refusal(
          new Kind(
              "",
              "a translation memory (TMX)",
              "give the article and its translation as two text files"),
          name);
    }
    if (head.contains("<xliff")) {
      throw refusal(
          new Kind(
              "",
              "a bilingual file (XLIFF)",
              "give the article and its translation as two text files"),
          name);
    }
  }

  private static InputException refusal(Kind kind, String name) {
    return new InputException(
        "cannot read \"" + name + "\" as text: it is " + kind.what(), kind.hint());
  }
}
