package ballast.workflow.corpus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Duplicates that are to be removed: what this process tells Spark's, as bytes.
 *
 * @param directory the working directory, which the name of the folder is relative to
 * @param folder the folder of the corpus
 * @param near the lowest score of texts that are nearly the same; 0: they are not looked for
 */
public record DeduplicationJob(String directory, String folder, int near) {

  /** Writes it for {@link #of}. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream stream = new DataOutputStream(bytes)) {
      stream.writeUTF(directory);
      stream.writeUTF(folder);
      stream.writeInt(near);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #toBytes} has written. */
  public static DeduplicationJob of(byte[] bytes) {
    try (DataInputStream stream = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new DeduplicationJob(stream.readUTF(), stream.readUTF(), stream.readInt());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
