package ballast.workflow.corpus;

import ballast.bitext.InputException;
import ballast.bitext.Version;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The file by which a job reaches Spark: the version of Ballast, and what is to be done. */
public final class JobFile {

  private JobFile() {}

  /** The content of the file, for {@link #job}. */
  static byte[] of(byte[] job) {
    return of(Version.current(), job);
  }

  static byte[] of(Version version, byte[] job) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream stream = new DataOutputStream(bytes)) {
      stream.writeUTF(version.toString());
      stream.write(job);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * What is to be done.
   *
   * @param content of the file
   * @throws InputException if another version of Ballast has written it
   */
  public static byte[] job(byte[] content) {
    try (DataInputStream stream = new DataInputStream(new ByteArrayInputStream(content))) {
      String version = stream.readUTF();
      if (!version.equals(Version.current().toString())) {
        throw new InputException(
            "the job is of " + version + ", and the artefact for Spark of " + Version.current(),
            "build both from the same sources: mvn -Pgates,spark package");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
