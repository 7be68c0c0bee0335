package ballast.segment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes an XML file strictly, by its byte order mark, otherwise by its declaration, otherwise as
 * UTF-8 (XML 1.0, appendix F). Without this the JDK's parser would print to stderr when bytes are
 * malformed.
 */
final class XmlText {

  private static final Pattern DECLARED =
      Pattern.compile(
          "^\\s{0,20}<\\?xml[^>]{0,200}?encoding\\s{0,9}=\\s{0,9}[\"']([^\"']{1,40})[\"']");

  private static final int DECLARATION_LENGTH = 400;

  private XmlText() {}

  /**
   * @throws InputException if the encoding is unknown or the bytes are not valid in it; the message
   *     names the line
   */
  static String decode(String name, byte[] bytes) {
    Charset charset = charset(name, bytes);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "\"%s\" line %d: not valid %s",
              name,
              1 + text.chars().filter(c -> c == '\n').count(),
              charset),
          "save the file as UTF-8, or correct the encoding in its first line");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Charset charset(String name, byte[] bytes) {
    int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    if (mark == 0xFEFF || mark == 0x003C) {
      return UTF_16BE;
    }
    if (mark == 0xFFFE || mark == 0x3C00) {
      return UTF_16LE;
    }
    String head =
        new String(bytes, 0, Math.min(bytes.length, DECLARATION_LENGTH), ISO_8859_1)
            .replaceFirst("^ï»¿", "");
    Matcher declared = DECLARED.matcher(head);
    if (!declared.find()) {
      return UTF_8;
    }
    try {
      return Charset.forName(declared.group(1));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new InputException(
          String.format(Locale.ROOT, "\"%s\": unknown encoding \"%s\"", name, declared.group(1)),
          "save the file as UTF-8",
          e);
    }
  }
}
