package ballast.app.project;

import ballast.bitext.Version;
import ballast.lexicon.Lexicon;
import ballast.memory.opening.Memories;

/**
 * The components of the running program, for a bug report.
 *
 * <pre>{@code
 * System.out.println(ProgramParts.running().version());
 * }</pre>
 *
 * @param version of Ballast
 * @param commit that it was built from; empty if unknown
 * @param java version and vendor of Java
 * @param system operating system and processor
 * @param sqlite version of SQLite and its driver
 * @param lexicon the first digits of the SHA-256 of the lexicon
 */
public record ProgramParts(
    String version, String commit, String java, String system, String sqlite, String lexicon) {

  private static final int DIGITS = 12;

  /**
   * Returns the components of this process. Reads the lexicon, which takes some tens of
   * milliseconds.
   */
  public static ProgramParts running() {
    return new ProgramParts(
        Version.current().number(),
        Version.commit(),
        Runtime.version() + " (" + System.getProperty("java.vendor") + ")",
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        Memories.driverVersion(),
        Lexicon.bundledDigest().substring(0, DIGITS));
  }
}
