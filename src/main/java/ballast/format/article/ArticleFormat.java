package ballast.format.article;

import ballast.format.file.BinaryFiles;
import ballast.format.file.Decoding;
import ballast.format.file.PackageKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The formats of files that hold an article in one language. The first bytes of a file determine
 * its format; the name decides only between formats that begin alike.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are unmodifiable, the functions stateless
public enum ArticleFormat {
  DOCX("a Word document (DOCX)", List.of("docx"), isPackage(PackageKind.DOCX)),
  PPTX("a PowerPoint presentation (PPTX)", List.of("pptx"), isPackage(PackageKind.PPTX)),
  XLSX("an Excel workbook (XLSX)", List.of("xlsx"), isPackage(PackageKind.XLSX)),
  ODT("an OpenDocument text (ODT)", List.of("odt"), isPackage(PackageKind.ODT)),
  EPUB("an e-book (EPUB)", List.of("epub"), isPackage(PackageKind.EPUB)),
  IDML("an InDesign document (IDML)", List.of("idml"), isPackage(PackageKind.IDML)),
  DOC("a Word 97-2003 document (DOC)", List.of("doc"), isOld("WordDocument")),
  RTF("a rich text document (RTF)", List.of("rtf"), begins("\\{\\\\rtf")),
  PPT("a PowerPoint 97-2003 presentation (PPT)", List.of("ppt"), isOld("PowerPoint Document")),
  XLS("an Excel 97-2003 workbook (XLS)", List.of("xls"), isOld("Workbook").or(isOld("Book"))),
  ODS("an OpenDocument spreadsheet (ODS)", List.of("ods"), isPackage(PackageKind.ODS)),
  ODP("an OpenDocument presentation (ODP)", List.of("odp"), isPackage(PackageKind.ODP)),
  PDF("a PDF file", List.of("pdf"), begins("%PDF-")),
  VTT("subtitles (WebVTT)", List.of("vtt"), begins("(\u00EF\u00BB\u00BF)?WEBVTT\\b")),
  SRT(
      "subtitles (SubRip)",
      List.of("srt"),
      begins("(\u00EF\u00BB\u00BF)?\\s{0,20}\\d{1,6}\\s{1,4}\\d\\d:\\d\\d:\\d\\d[,.]\\d{3} -->")),
  HTML(
      "a web page (HTML)",
      List.of("html", "htm", "shtml", "shtm", "xhtml"),
      Decoding::looksLikePage),
  PO("a gettext catalogue (PO)", List.of("po", "pot"), bytes -> false),
  MARKDOWN("a Markdown text", List.of("md", "markdown"), bytes -> false),
  /** Plain text: any file that is not of another format. */
  TEXT("plain text", List.of("txt"), bytes -> true);

  private static final int HEAD = 1024;

  private final String title;
  private final List<String> extensions;
  private final Predicate<byte[]> look;

  ArticleFormat(String title, List<String> extensions, Predicate<byte[]> look) {
    this.title = title;
    this.extensions = extensions;
    this.look = look;
  }

  /** A description for messages: {@code a Word document (DOCX)}. */
  public String title() {
    return title;
  }

  /** Whether its files consist of characters, so that a place in them has a line and a column. */
  public boolean isText() {
    return switch (this) {
      case DOCX, PPTX, XLSX, ODT, EPUB, IDML, DOC, RTF, PPT, XLS, ODS, ODP, PDF -> false;
      case VTT, SRT, HTML, PO, MARKDOWN, TEXT -> true;
    };
  }

  /** The format into which LibreOffice converts it; empty if it is read without. */
  public Optional<ArticleFormat> readAs() {
    return switch (this) {
      case DOC, RTF -> Optional.of(DOCX);
      case PPT, ODP -> Optional.of(PPTX);
      case XLS, ODS -> Optional.of(XLSX);
      default -> Optional.empty();
    };
  }

  /** The usual extension of its files, without a dot. */
  public String extension() {
    return extensions.get(0);
  }

  /** The name of the format in XLIFF 1.2, attribute {@code datatype}. */
  public String datatype() {
    return switch (this) {
      case HTML -> "html";
      case RTF -> "rtf";
      case TEXT -> "plaintext";
      default -> "x-" + name().toLowerCase(Locale.ROOT);
    };
  }

  /**
   * Whether the name of a file has an extension of articles. (A file of any name can be an
   * article.)
   */
  public static boolean isOne(String name) {
    return named(name).isPresent();
  }

  /** Returns the format for the extension of a file; empty if it is of none of them. */
  public static Optional<ArticleFormat> named(String name) {
    return Arrays.stream(values()).filter(format -> format.isNamed(name)).findFirst();
  }

  /**
   * Returns the format shown by the first bytes of a file; for text without a signature, the format
   * for its name, or else plain text. An old document may contain another: its name decides.
   */
  public static ArticleFormat of(String name, byte[] bytes) {
    Optional<ArticleFormat> named = named(name);
    return Stream.concat(
            named.filter(format -> !format.isText()).stream(),
            Arrays.stream(values()).filter(format -> format != TEXT))
        .filter(format -> format.look.test(bytes))
        .findFirst()
        .or(() -> named.filter(ArticleFormat::isText))
        .orElse(TEXT);
  }

  private boolean isNamed(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return extensions.stream().anyMatch(extension -> lower.endsWith("." + extension));
  }

  private static Predicate<byte[]> isPackage(PackageKind kind) {
    return bytes -> PackageKind.of(bytes).filter(kind::equals).isPresent();
  }

  private static Predicate<byte[]> isOld(String part) {
    return bytes -> BinaryFiles.isOldOffice(bytes, part);
  }

  private static Predicate<byte[]> begins(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return bytes -> {
      int length = Math.min(bytes.length, HEAD);
      return compiled
          .matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1))
          .lookingAt();
    };
  }
}
