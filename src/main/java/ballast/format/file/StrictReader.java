package ballast.format.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the characters of a stream strictly and without holding all of it: the first invalid byte
 * ends the reading with a {@link CharacterCodingException}, after everything before that byte has
 * been handed out.
 */
final class StrictReader extends Reader {

  private static final int BYTES = 8192;

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(BYTES).flip();
  private @Nullable IOException failure;
  private boolean atEnd;
  private boolean flushed;

  StrictReader(InputStream in, Charset charset) {
    this.in = in;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
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

  /** Decodes as much as fits; a failure is kept until everything before it has been handed out. */
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
