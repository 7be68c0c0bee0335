package ballast.workflow;

import ballast.bitext.InputException;
import ballast.bitext.Version;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The mark of the version in what one process of Ballast tells another one as bytes. */
public final class SameVersion {

  private SameVersion() {}

  /** Writes the version that is running. */
  public static void write(DataOutput out) throws IOException {
    out.writeUTF(Version.current().toString());
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @throws InputException if another version of Ballast has written it
   */
  public static void require(DataInput in) throws IOException {
    String version = in.readUTF();
    if (!version.equals(Version.current().toString())) {
      throw new InputException(
          "the job is of Ballast "
              + version
              + ", and the artefact for Spark of "
              + Version.current(),
          "build both from the same sources: mvn -Pgates,spark package");
    }
  }
}
