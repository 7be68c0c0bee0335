package ballast.format.file;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import ballast.format.file.EncodingDetector.Encoding;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the bytes of a file strictly: a byte that is invalid in the encoding is an error, never
 * U+FFFD.
 */
public final class Decoding {

  /** Minimum number of UTF-8 sequences that prove a page not to be in another encoding. */
  private static final int SURE_SEQUENCES = 8;

  /**
   * @param text its characters, without the byte order mark
   * @param notes remarks beyond the choice of the encoding
   * @param warnings facts to know before using the text
   */
  public record Decoded(
      String text, Encoding encoding, List<String> notes, List<String> warnings) {}

  /** The byte order mark at the beginning of a file; its length is in bytes. */
  record Mark(Charset charset, int length) {

    /** Returns the mark of UTF-8 or UTF-16; null if there is none. */
    static @Nullable Mark of(byte[] bytes) {
      if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
        return new Mark(UTF_8, 3);
      }
      if (startsWith(bytes, 0xFF, 0xFE)) {
        return new Mark(UTF_16LE, 2);
      }
      return startsWith(bytes, 0xFE, 0xFF) ? new Mark(UTF_16BE, 2) : null;
    }
  }

  private record Remarks(List<String> notes, List<String> warnings) {}

  private final EncodingDetector detector = new EncodingDetector();

  /**
   * @param wanted encoding requested by the user; null to detect it
   * @param page whether a declaration inside an HTML page counts
   */
  public Decoded decode(byte[] bytes, String name, @Nullable Charset wanted, boolean page) {
    Remarks remarks = new Remarks(new ArrayList<>(), new ArrayList<>());
    Mark mark = mark(bytes);
    if (mark != null) {
      Encoding encoding = new Encoding(mark.charset(), "it begins with that byte order mark");
      if (wanted != null && !sameFamily(wanted, mark.charset())) {
        remarks
            .notes()
            .add("its byte order mark overrides the requested encoding, " + wanted.name());
      }
      return decoded(bytes, mark.length(), encoding, name, remarks);
    }
    if (wanted != null) {
      return decoded(bytes, 0, new Encoding(wanted, "as requested"), name, remarks);
    }
    Encoding declared = page ? declared(bytes, name, remarks) : null;
    if (declared != null) {
      return decoded(bytes, 0, declared, name, remarks);
    }
    Encoding found = detector.detect(bytes, name).orElseThrow(() -> BinaryFiles.notText(name));
    return decoded(bytes, 0, found, name, remarks);
  }

  /** Null if the bytes are not valid in the declared encoding. */
  private @Nullable Encoding declared(byte[] bytes, String name, Remarks remarks) {
    List<String> notes = remarks.notes();
    String label = declaredLabel(bytes);
    if (label == null) {
      return null;
    }
    Charset charset = EncodingDetector.charset(label);
    if (charset == null) {
      notes.add("the page declares an unknown encoding, \"" + label + "\"");
      return null;
    }
    if (!charset.equals(UTF_8)) {
      // Browsers save pages as UTF-8 and leave the old declaration in them.
      Utf8Scan utf8 = Utf8Scan.of(bytes);
      if (utf8.isClean() && utf8.sequences() >= SURE_SEQUENCES) {
        notes.add("the page declares " + label + ", but its bytes are UTF-8");
        return new Encoding(UTF_8, "every byte is valid UTF-8");
      }
    }
    if (StrictDecoder.run(bytes, 0, charset, chars -> {}) != null) {
      notes.add("the page declares " + label + ", but its bytes are not in that encoding");
      return null;
    }
    Optional<Encoding> other = detector.insteadOf(charset, bytes, name);
    other.ifPresent(
        found ->
            remarks
                .warnings()
                .add(
                    "the page declares %s, but it is Chinese in %s: read as that"
                        .formatted(label, found.charset().name())));
    return other.orElseGet(() -> new Encoding(charset, "the page declares " + label));
  }

  private Decoded decoded(
      byte[] bytes, int start, Encoding encoding, String name, Remarks remarks) {
    StringBuilder text = new StringBuilder(Math.max(16, (bytes.length - start) / 2));
    StrictDecoder.Failure failure =
        StrictDecoder.run(bytes, start, encoding.charset(), text::append);
    if (failure != null) {
      Utf8Scan utf8 = Utf8Scan.of(bytes);
      if (encoding.charset().equals(UTF_8) && utf8.badBytes() == 0 && utf8.cutAt() >= 0) {
        throw detector.damagedUtf8(bytes, name);
      }
      throw undecodable(bytes, failure, encoding, name);
    }
    if (text.length() > 0 && text.charAt(0) == '\uFEFF') {
      text.deleteCharAt(0);
    }
    long replacements = text.chars().filter(c -> c == '\uFFFD').count();
    if (replacements > 0) {
      if (!canHoldReplacement(encoding.charset())) {
        throw new InputException(
            "cannot read \"" + name + "\" as " + encoding.charset().name() + " without loss",
            "name another encoding with --encoding");
      }
      String what = " replacement characters (U+FFFD): an earlier program lost text there";
      remarks.notes().add("it contains " + replacements + what);
    }
    return new Decoded(
        text.toString(), encoding, List.copyOf(remarks.notes()), List.copyOf(remarks.warnings()));
  }

  private InputException undecodable(
      byte[] bytes, StrictDecoder.Failure failure, Encoding encoding, String name) {
    int offset = Math.min(failure.offset(), bytes.length - 1);
    String message =
        String.format(
            Locale.ROOT,
            "cannot read \"%s\" as %s: byte %d (0x%02X, line %d) is not valid in that encoding",
            name,
            encoding.charset().name(),
            failure.offset(),
            bytes[offset] & 0xFF,
            failure.line());
    return new InputException(message, advice(bytes, name));
  }

  private String advice(byte[] bytes, String name) {
    try {
      Optional<Encoding> other = detector.detect(bytes, name);
      if (other.isPresent()) {
        String charset = other.get().charset().name();
        return "it decodes as %1$s (%2$s): try --encoding %1$s, or leave --encoding out"
            .formatted(charset, other.get().reason());
      }
    } catch (InputException e) {
      return Objects.requireNonNullElse(e.getMessage(), "");
    }
    return "no encoding that Ballast knows fits all bytes; the file may be damaged";
  }

  private static boolean canHoldReplacement(Charset charset) {
    return charset.name().startsWith("UTF-") || charset.equals(EncodingDetector.GB18030);
  }

  private static boolean sameFamily(Charset wanted, Charset marked) {
    return wanted.equals(marked)
        || (wanted.name().equals("UTF-16") && marked.name().startsWith("UTF-16"))
        || (wanted.name().equals("UTF-32") && marked.name().startsWith("UTF-32"));
  }

  private static @Nullable Mark mark(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0) && bytes.length % 4 == 0) {
      return new Mark(Charset.forName("UTF-32LE"), 4);
    }
    if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
      return new Mark(Charset.forName("UTF-32BE"), 4);
    }
    return startsWith(bytes, 0x84, 0x31, 0x95, 0x33)
        ? new Mark(EncodingDetector.GB18030, 4)
        : Mark.of(bytes);
  }

  /** Whether the file begins with these bytes, each from 0 to 255. */
  public static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  private static final int HEAD = 4096;
  private static final Pattern META =
      Pattern.compile("<meta\\b[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_.:-]{2,40})");
  private static final Pattern XML =
      Pattern.compile("^<\\?xml\\b[^>]{0,100}?encoding\\s*=\\s*[\"']([A-Za-z0-9_.:-]{2,40})");
  private static final Pattern PAGE_START =
      Pattern.compile("^(<\\?xml[^>]{0,200}>\\s*)?(<!doctype\\s+html|<html|<head|<body)\\b");

  /** Whether the file begins like HTML, regardless of its name. */
  public static boolean looksLikePage(byte[] bytes) {
    String head = head(bytes);
    while (head.startsWith("<!--")) {
      int end = head.indexOf("-->");
      if (end < 0) {
        return false;
      }
      head = head.substring(end + 3).stripLeading();
    }
    return PAGE_START.matcher(head).find();
  }

  private static @Nullable String declaredLabel(byte[] bytes) {
    String head = head(bytes);
    Matcher xml = XML.matcher(head);
    if (xml.find()) {
      return xml.group(1);
    }
    Matcher meta = META.matcher(head);
    return meta.find() ? meta.group(1) : null;
  }

  /** Only the ASCII characters have a meaning. */
  private static String head(byte[] bytes) {
    int length = Math.min(bytes.length, HEAD);
    String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    // Zero bytes are UTF-16; the first characters may be a byte order mark.
    return head.replace("\0", "")
        .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
        .stripLeading()
        .toLowerCase(Locale.ROOT);
  }
}
