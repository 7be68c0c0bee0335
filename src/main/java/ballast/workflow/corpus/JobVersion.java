package ballast.workflow.corpus;

import ballast.bitext.InputException;
import ballast.bitext.Version;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** The first bytes of every job: both processes must be of one version of Ballast. */
final class JobVersion {

  private JobVersion() {}

  static void write(DataOutputStream job) throws IOException {
    job.writeUTF(Version.current().toString());
  }

  /**
   * Reads it.
   *
   * @throws InputException if another version has written it
   */
  static void check(DataInputStream job) throws IOException {
    String version = job.readUTF();
    String own = Version.current().toString();
    if (!version.equals(own)) {
      throw new InputException(
          "the job is of Ballast " + version + ", and the artefact for Spark of " + own,
          "build both from the same sources: mvn -Pgates,spark package");
    }
  }
}
