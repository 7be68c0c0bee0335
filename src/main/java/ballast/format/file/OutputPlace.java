package ballast.format.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Where an {@link OutputFile} puts its bytes. */
interface OutputPlace extends Closeable {

  /** Takes the bytes; not buffered. */
  OutputStream stream();

  /** All bytes have been written: has them stored safely. */
  void finish() throws IOException;

  /** Gives the bytes their name. */
  void publish() throws IOException;

  /** Takes away what has not been published. */
  @Override
  void close() throws IOException;
}
