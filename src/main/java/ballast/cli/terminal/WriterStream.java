package ballast.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Decodes UTF-8 bytes into a writer, for renderers that write bytes. */
public final class WriterStream extends OutputStream {

  private static final int ROOM = 8192;

  private final Writer writer;
  private final CharsetDecoder decoder =
      UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(ROOM);
  private final CharBuffer characters = CharBuffer.allocate(ROOM);

  public WriterStream(Writer writer) {
    this.writer = writer;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    int from = offset;
    int left = length;
    while (left > 0) {
      int taken = Math.min(left, bytes.remaining());
      bytes.put(source, from, taken);
      from += taken;
      left -= taken;
      decode(false);
    }
  }

  /** Flushes everything; the writer stays open. */
  @Override
  public void close() throws IOException {
    decode(true);
    writer.flush();
  }

  private void decode(boolean end) throws IOException {
    bytes.flip();
    if (decoder.decode(bytes, characters, end).isError()) {
      throw new IOException("a renderer wrote bytes that are not UTF-8");
    }
    bytes.compact();
    writer.write(characters.array(), 0, characters.position());
    characters.clear();
  }
}
