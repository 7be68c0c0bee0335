package ballast.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file name that Java cannot convert to text and back. Its bytes are not in the encoding of
 * names, for example GBK from a Windows archive, or the locale lacks its characters. Java can list
 * such a file but not open it by name.
 */
public final class UnreadableName {

  private static final Charset GBK = Charset.forName("GB18030");

  private static final char REPLACEMENT = '\uFFFD';

  private static final String RENAME =
      "rename it, for example with convmv -f GBK -t UTF-8 --notest";

  private static final String LOCALE =
      "start Ballast by its launcher src/main/scripts/ballast, or set LC_ALL=C.UTF-8 first";

  private final byte[] bytes;

  private UnreadableName(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns the last name of a path if it cannot be converted to text and back. */
  public static Optional<UnreadableName> of(Path file) {
    try {
      if (Path.of(file.toString()).equals(file)) {
        return Optional.empty();
      }
    } catch (InvalidPathException notText) {
      // Same result as below.
    }
    return Optional.of(new UnreadableName(bytes(file)));
  }

  /** Returns the bytes of the last name, which only the URI of a file contains. */
  private static byte[] bytes(Path file) {
    String address = file.toUri().getRawPath();
    String path = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    String name = path.substring(path.lastIndexOf('/') + 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) == '%') {
        out.write(Integer.parseInt(name.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        out.write(name.charAt(i));
      }
    }
    return out.toByteArray();
  }

  /**
   * Returns the name for people: as UTF-8 text if possible, otherwise with non-ASCII bytes as \xCE.
   */
  public String shown() {
    return decoded(UTF_8).orElseGet(this::escaped);
  }

  /** Explains why the file cannot be read and what to do, as the end of a sentence about it. */
  public String reason() {
    if (decoded(UTF_8).isPresent()) {
      return "its name cannot be read in this locale; " + LOCALE;
    }
    String meant = decoded(GBK).map(text -> "; in GBK it is \"" + text + "\"").orElse("");
    return "its name is not UTF-8" + meant + "; " + RENAME;
  }

  private String escaped() {
    StringBuilder shown = new StringBuilder();
    for (byte each : bytes) {
      if (each > ' ' && each != 0x7F) {
        shown.append((char) each);
      } else {
        shown.append(String.format(Locale.ROOT, "\\x%02X", each & 0xFF));
      }
    }
    return shown.toString();
  }

  private Optional<String> decoded(Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException otherEncoding) {
      return Optional.empty();
    }
  }

  /** Whether Java has replaced bytes of a given name with a replacement character, losing them. */
  static boolean isReplaced(String name) {
    return name.indexOf(REPLACEMENT) >= 0;
  }

  static InputException error(String name, @Nullable InvalidPathException cause) {
    boolean isUtf8 = UTF_8.name().equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));
    boolean isAscii = name.chars().allMatch(c -> c < 0x80);
    String message = "cannot use \"" + name + "\" as a file name";
    String hint = LOCALE;
    if (isAscii) {
      hint = "check its characters";
    } else if (isUtf8) {
      message += isReplaced(name) ? ": it is not UTF-8" : "";
      hint = isReplaced(name) ? RENAME + "; or name its folder" : "check its characters";
    }
    return cause == null
        ? new InputException(message, hint)
        : new InputException(message, hint, cause);
  }
}
