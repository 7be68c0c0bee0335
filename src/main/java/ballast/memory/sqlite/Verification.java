package ballast.memory.sqlite;

import ballast.memory.sql.Verifier;
import ballast.memory.store.Database;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Verifies a file that may be too damaged to open. */
final class Verification {

  private Verification() {}

  /**
   * Descriptions of everything that is wrong; empty when the file is sound.
   *
   * @throws ballast.bitext.InputException if there is none, or it is sound but of another version
   */
  static List<String> problems(Path file) {
    MemoryOpener.requireExisting(file);
    try (Database database = MemoryOpener.forVerifying(file)) {
      int version = Schema.versionOf(database);
      if (isOfAnother(database, version)) {
        List<String> problems =
            version < Schema.CURRENT.version()
                ? new OlderMemory(file, database, version).problems()
                : List.of();
        if (problems.isEmpty()) {
          MemoryIdentity.requireVersion(file, version, Schema.CURRENT);
        }
        return problems;
      }
      return new Verifier(database, new FileChecks(Schema.CURRENT)).problems();
    } catch (SQLException e) {
      return List.of("the file cannot be opened: " + e.getMessage());
    }
  }

  /** A memory of another version is not damaged because of that. */
  private static boolean isOfAnother(Database database, int version) throws SQLException {
    return version > 0
        && version != Schema.CURRENT.version()
        && database.number("PRAGMA application_id") == Schema.APPLICATION_ID
        && !SchemaComparison.of(database, Schema.CURRENT).isSame();
  }
}
