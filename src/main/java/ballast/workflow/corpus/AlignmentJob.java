package ballast.workflow.corpus;

import ballast.workflow.align.AlignmentSnapshot;
import ballast.workflow.align.DocumentLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/**
 * A corpus that is to be aligned: what this process tells Spark's, as bytes.
 *
 * @param directory the working directory, which names of files are relative to
 * @param pairs the list of pairs, or a file or folder of Parquet
 * @param out the folder that receives the results
 * @param limits what one document may take
 * @param snapshot how documents are aligned
 */
public record AlignmentJob(
    String directory, String pairs, String out, DocumentLimits limits, AlignmentSnapshot snapshot) {

  /** Writes it for {@link #of}. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream stream = new DataOutputStream(bytes)) {
      byte[] packed = snapshot.toBytes();
      stream.writeInt(packed.length);
      stream.write(packed);
      stream.writeUTF(directory);
      stream.writeUTF(pairs);
      stream.writeUTF(out);
      stream.writeLong(limits.bytes());
      stream.writeLong(limits.time().toMillis());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #toBytes} has written. */
  public static AlignmentJob of(byte[] bytes) {
    try (DataInputStream stream = new DataInputStream(new ByteArrayInputStream(bytes))) {
      AlignmentSnapshot snapshot = AlignmentSnapshot.of(stream.readNBytes(stream.readInt()));
      String directory = stream.readUTF();
      String pairs = stream.readUTF();
      String out = stream.readUTF();
      long size = stream.readLong();
      Duration time = Duration.ofMillis(stream.readLong());
      return new AlignmentJob(directory, pairs, out, new DocumentLimits(size, time), snapshot);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
