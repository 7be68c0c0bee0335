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
 * @param units the units of which they are some
 * @param languages of those that are wanted
 * @param most the greatest number of units in a shard; a document is never divided
 * @param shard which shard, counted from 0
 * @param onward whether those behind it are wanted too
 */
public record UnitsJob(
    CorpusUnits units, UnitLanguages languages, long most, int shard, boolean onward) {

  /** Writes it for {@link #of}. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream stream = new DataOutputStream(bytes)) {
      units.write(stream);
      languages.write(stream);
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
          CorpusUnits.read(stream),
          UnitLanguages.read(stream),
          stream.readLong(),
          stream.readInt(),
          stream.readBoolean());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
