package ballast.workflow.corpus;

import ballast.workflow.check.CheckSnapshot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A corpus that is to be checked: what this process tells Spark's, as bytes.
 *
 * @param units the units that are checked
 * @param snapshot what they are checked against
 */
public record CheckJob(CorpusUnits units, CheckSnapshot snapshot) {

  /** Writes it for {@link #of}. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream stream = new DataOutputStream(bytes)) {
      units.write(stream);
      snapshot.write(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #toBytes} has written. */
  public static CheckJob of(byte[] bytes) {
    try (DataInputStream stream = new DataInputStream(new ByteArrayInputStream(bytes))) {
      return new CheckJob(CorpusUnits.read(stream), CheckSnapshot.read(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
