package ballast.format.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.InputException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.AccessDeniedException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Opens a file of an exchange format as a stream of characters: unpacks gzip, regardless of the
 * file's name, and determines the encoding from a byte order mark, an XML declaration or the zero
 * bytes of UTF-16 without a mark.
 */
public final class FileInput {

  private static final int HEAD = 1024;
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([^\"']{1,40})[\"']");

  private FileInput() {}

  /**
   * Returns the characters of an XML file; without a mark or a declaration it is UTF-8.
   *
   * @throws InputException if it declares an encoding that Java does not know
   */
  public static Reader xml(InputStream file, String name) throws IOException {
    InputStream in = unpacked(file);
    byte[] head = head(in);
    Charset marked = marked(in, head);
    return new StrictReader(in, marked == null ? declared(head, name) : marked);
  }

  /** Returns the characters of a text in UTF-8, or in UTF-16 with a byte order mark. */
  public static Reader text(InputStream file) throws IOException {
    InputStream in = unpacked(file);
    Charset marked = marked(in, head(in));
    return new StrictReader(in, marked == null ? UTF_8 : marked);
  }

  /** Ignores the byte order mark. */
  static Charset xmlCharset(byte[] bytes, String name) {
    return declared(Arrays.copyOf(bytes, Math.min(HEAD, bytes.length)), name);
  }

  /** Returns the bytes, unpacked if they are compressed with gzip. */
  public static InputStream unpacked(InputStream file) throws IOException {
    InputStream in = new BufferedInputStream(file, 1 << 16);
    in.mark(2);
    boolean packed = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return packed ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16) : in;
  }

  private static byte[] head(InputStream in) throws IOException {
    in.mark(HEAD);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    return head;
  }

  /** Skips the mark. */
  private static @Nullable Charset marked(InputStream in, byte[] head) throws IOException {
    Decoding.Mark mark = Decoding.Mark.of(head);
    if (mark == null) {
      return null;
    }
    in.skipNBytes(mark.length());
    return mark.charset();
  }

  private static Charset declared(byte[] head, String name) {
    if (Decoding.startsWith(head, '<', 0)) {
      return UTF_16LE;
    }
    if (Decoding.startsWith(head, 0, '<')) {
      return UTF_16BE;
    }
    Matcher declaration = DECLARED.matcher(new String(head, ISO_8859_1));
    if (!declaration.find()) {
      return UTF_8;
    }
    Charset charset = EncodingDetector.charset(declaration.group(1));
    if (charset == null) {
      throw new InputException(
          "cannot read \"%s\": it declares the encoding \"%s\", which Java does not know"
              .formatted(name, declaration.group(1)),
          "save it as UTF-8");
    }
    return charset;
  }

  public static InputException unreadable(String file, IOException e) {
    String why =
        e instanceof EOFException
            ? "it is cut off"
            : e instanceof ZipException
                ? "the packed file is damaged (" + e.getMessage() + ")"
                : e instanceof AccessDeniedException
                    ? "permission denied"
                    : String.valueOf(e.getMessage());
    return new InputException(
        "cannot read \"" + file + "\": " + why, "copy or download the file again", e);
  }

  /**
   * Reads the characters of a stream strictly and without holding all of it. The first invalid byte
   * ends the reading with a {@link CharacterCodingException}, after everything before it has been
   * read.
   */
  private static final class StrictReader extends Reader {

    private static final int BYTES = 8192;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BYTES).flip();
    private @Nullable IOException failure;
    private boolean atEnd;
    private boolean flushed;

    StrictReader(InputStream in, Charset charset) {
      this.in = in;
      this.decoder = charset.newDecoder();
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
      CharBuffer out = CharBuffer.wrap(chars, offset, length);
      while (out.position() == offset && length > 0) {
        if (failure != null) {
          throw failure;
        }
        if (flushed) {
          return -1;
        }
        decode(out);
      }
      return out.position() - offset;
    }

    /** Decodes as much as fits; a failure is kept until everything before it has been read. */
    private void decode(CharBuffer out) {
      try {
        CoderResult result = decoder.decode(bytes, out, atEnd);
        if (result.isError()) {
          result.throwException();
        } else if (result.isUnderflow()) {
          if (atEnd) {
            flushed = decoder.flush(out).isUnderflow();
          } else {
            fill();
          }
        }
      } catch (IOException e) {
        failure = e;
      }
    }

    private void fill() throws IOException {
      bytes.compact();
      int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
      atEnd = read < 0;
      bytes.position(bytes.position() + Math.max(0, read)).flip();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
