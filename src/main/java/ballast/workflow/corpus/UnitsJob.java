package ballast.workflow.corpus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Units of a corpus that are wanted by the process that starts the job, as bytes.
 *
 * @param directory the working directory, which names of files are relative to
 * @param corpus the folder of the corpus
 * @param deduped whether the units are those that {@code ballast corpus dedupe} has kept
 * @param most the greatest number of units in a shard; a document is never divided
 * @param shard which shard, counted from 0
 * @param onward whether those behind it are wanted too
 */
public record UnitsJob(
    String directory, String corpus, boolean deduped, long most, int shard, boolean onward) {

  /** Writes it for {@link #of}. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream stream = new DataOutputStream(bytes)) {
      stream.writeUTF(directory);
      stream.writeUTF(corpus);
      stream.writeBoolean(deduped);
      stream.writeLong(most);
      stream.writeInt(shard);
      stream.writeBoolean(onward);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #toBytes} has written. */
  public static UnitsJob of(byte[] bytes) {
    try (DataInputStream stream = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new UnitsJob(
          stream.readUTF(),
          stream.readUTF(),
          stream.readBoolean(),
          stream.readLong(),
          stream.readInt(),
          stream.readBoolean());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
