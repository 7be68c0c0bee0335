package ballast.format.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Reports the number of bytes read, after each read. */
public final class CountedInput extends FilterInputStream {

  private final LongConsumer position;
  private long read;

  /**
   * @param position receives the number of bytes read so far; may throw to end the reading
   */
  public CountedInput(InputStream in, LongConsumer position) {
    super(in);
    this.position = position;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    count(Math.max(0, count));
    return count;
  }

  private void count(int bytes) {
    read += bytes;
    position.accept(read);
  }
}
