package ballast.workflow.corpus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A corpus that is to be counted: what this process tells Spark's, as bytes.
 *
 * @param directory the working directory, which the name of the folder is relative to
 * @param folder the folder of the corpus
 */
public record CountJob(String directory, String folder) {

  /** Writes it for {@link #of}. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream stream = new DataOutputStream(bytes)) {
      stream.writeUTF(directory);
      stream.writeUTF(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #toBytes} has written. */
  public static CountJob of(byte[] bytes) {
    try (DataInputStream stream = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new CountJob(stream.readUTF(), stream.readUTF());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
