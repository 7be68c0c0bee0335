package ballast.format.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Decodes up to the first byte that is invalid in the encoding, and never writes U+FFFD. */
public final class StrictDecoder {

  private static final int CHUNK = 16 * 1024;

  /**
   * The first place that cannot be decoded.
   *
   * @param offset 0-based, in bytes of the file
   * @param line 1-based
   */
  public record Failure(int offset, int line) {}

  private StrictDecoder() {}

  /**
   * Decodes and passes the characters on piece by piece.
   *
   * @return the failure that stopped it; null if it reached the end
   */
  public static @Nullable Failure run(
      byte[] bytes, int start, Charset charset, Consumer<? super CharBuffer> sink) {
    CharsetDecoder decoder = charset.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(CHUNK);
    int line = 1;
    boolean flushing = false;
    while (true) {
      CoderResult result = flushing ? decoder.flush(out) : decoder.decode(in, out, true);
      out.flip();
      line += newLines(out);
      if (out.hasRemaining()) {
        sink.accept(out);
      }
      out.clear();
      if (result.isError()) {
        return new Failure(in.position(), line);
      }
      if (result.isUnderflow()) {
        if (flushing) {
          return null;
        }
        flushing = true;
      }
    }
  }

  private static int newLines(CharBuffer chars) {
    int count = 0;
    for (int i = 0; i < chars.length(); i++) {
      if (chars.charAt(i) == '\n') {
        count++;
      }
    }
    return count;
  }
}
