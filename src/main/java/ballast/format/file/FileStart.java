package ballast.format.file;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Excerpt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first few thousand bytes of a file, unpacked, for recognising its format. Bytes that are
 * invalid in its encoding are U+FFFD.
 */
public final class FileStart {

  private static final int BYTES = 4096;

  /** Maximum code points of a first line quoted in a message. */
  private static final int MAX_SHOWN = 40;

  private static final String SQLITE = "SQLite format 3\0";

  /** Offset of the application ID in a SQLite database (https://sqlite.org/fileformat.html). */
  private static final int APPLICATION_ID = 68;

  private final byte[] bytes;
  private final String text;

  private FileStart(byte[] bytes) {
    this.bytes = bytes;
    String decoded = new String(bytes, charset(bytes));
    this.text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
  }

  public static FileStart of(Path file) throws IOException {
    try (InputStream in = FileInput.unpacked(Files.newInputStream(file))) {
      return new FileStart(in.readNBytes(BYTES));
    }
  }

  /** Reads the start of a file; empty if it is not a regular file or cannot be read. */
  public static Optional<FileStart> ofReadable(Path file) {
    try {
      return Files.isRegularFile(file) ? Optional.of(of(file)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // reading it reports why
    }
  }

  /** Returns UTF-8, unless the first bytes are those of UTF-16. */
  public static Charset charset(byte[] bytes) {
    if (Decoding.startsWith(bytes, 0xFF, 0xFE) || Decoding.startsWith(bytes, '<', 0)) {
      return UTF_16LE;
    }
    boolean bigEndian =
        Decoding.startsWith(bytes, 0xFE, 0xFF) || Decoding.startsWith(bytes, 0, '<');
    return bigEndian ? UTF_16BE : UTF_8;
  }

  public boolean contains(String characters) {
    return text.contains(characters);
  }

  boolean contains(Pattern pattern) {
    return pattern.matcher(text).find();
  }

  /** A comment may quote anything. */
  String beforeComments() {
    int comment = text.indexOf("<!--");
    return comment < 0 ? text : text.substring(0, comment);
  }

  public boolean isZip() {
    return Decoding.startsWith(bytes, 'P', 'K', 3, 4);
  }

  /** Whether it is a SQLite database without an application ID. Ballast's memories have one. */
  public boolean isNamelessDatabase() {
    return text.startsWith(SQLITE)
        && bytes.length > APPLICATION_ID + 3
        && ByteBuffer.wrap(bytes).getInt(APPLICATION_ID) == 0;
  }

  /** Returns the first non-blank line; empty if there is none. */
  public String line() {
    return Characters.strip(text).lines().findFirst().orElse("");
  }

  /**
   * Returns the name of the first element, without its prefix; empty if there is none. Comments,
   * instructions and a DOCTYPE line may come before it.
   */
  public String root() {
    int at = afterBlanks(0);
    while (text.startsWith("<?", at) || text.startsWith("<!", at)) {
      int end = text.indexOf(end(at), at);
      if (end < 0) {
        return "";
      }
      at = afterBlanks(text.indexOf('>', end) + 1);
    }
    if (at >= text.length() || text.charAt(at) != '<') {
      return "";
    }
    int end = at + 1;
    while (end < text.length() && isInName(text.charAt(end))) {
      end++;
    }
    String name = text.substring(at + 1, end);
    return name.substring(name.indexOf(':') + 1);
  }

  private String end(int at) {
    if (text.startsWith("<!--", at)) {
      return "-->";
    }
    int close = text.indexOf('>', at);
    int subset = text.indexOf('[', at);
    return text.charAt(at + 1) == '!' && subset >= 0 && subset < close ? "]>" : ">";
  }

  private int afterBlanks(int from) {
    int at = from;
    while (at < text.length() && Characters.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isInName(char c) {
    return Character.isLetterOrDigit(c) || "_-.:".indexOf(c) >= 0;
  }

  /** Describes the start, for messages: {@code it begins with <html>}, {@code it is a PDF file}. */
  @Override
  public String toString() {
    return BinaryFiles.known(bytes).map(what -> "it is " + what).orElseGet(this::beginning);
  }

  private String beginning() {
    String line = line();
    if (line.isEmpty()) {
      return "it is empty";
    }
    String root = root();
    return root.isEmpty()
        ? "it begins with \"" + Excerpt.of(line, MAX_SHOWN) + "\""
        : "it begins with <" + root + ">";
  }

  /**
   * The text of an unknown file, for showing it to a person.
   *
   * @param text bytes that are invalid in its encoding are U+FFFD; empty if it is not text
   * @param isText whether it seems to be text
   * @param bytes number of bytes, unpacked
   */
  public record AnyText(String text, boolean isText, long bytes) {

    public static AnyText of(Path file) throws IOException {
      byte[] bytes;
      try (InputStream in = FileInput.unpacked(Files.newInputStream(file))) {
        bytes = in.readAllBytes();
      }
      String text = new String(bytes, FileStart.charset(bytes));
      boolean isText = text.indexOf('\0') < 0;
      return new AnyText(isText ? text : "", isText, bytes.length);
    }
  }
}
