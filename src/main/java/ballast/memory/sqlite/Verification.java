package ballast.memory.sqlite;

import ballast.bitext.InputException;
import ballast.memory.UnitProgress;
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
   * @throws InputException as when it is opened, if there is none, if it is no memory, or if it is
   *     of a later version; also if it is sound but of an earlier one
   */
  static List<String> problems(Path file, UnitProgress progress) {
    MemoryOpener.requireExisting(file);
    try (Database database = MemoryOpener.forVerifying(file)) {
      return problems(file, database, progress);
    } catch (SQLException e) {
      RuntimeException failure = SqliteErrors.of(e, file, "read");
      if (SqliteErrors.code(e) != SqliteErrors.CORRUPT && failure instanceof InputException) {
        throw failure;
      }
      return List.of("the file cannot be opened: " + e.getMessage());
    }
  }

  private static List<String> problems(Path file, Database database, UnitProgress progress)
      throws SQLException {
    MemoryIdentity identity = MemoryIdentity.of(database);
    identity.requireMemory(file, Schema.CURRENT);
    if (!isEarlier(database, identity)) {
      return new Verifier(database, new FileChecks(Schema.CURRENT), progress).problems();
    }
    List<String> problems = new OlderMemory(file, database, identity.version()).problems(progress);
    if (problems.isEmpty()) {
      identity.requireNoEarlier(file, Schema.CURRENT);
    }
    return problems;
  }

  /** A version that is too low for the tables is damage. */
  private static boolean isEarlier(Database database, MemoryIdentity identity) throws SQLException {
    return identity.version() > 0
        && identity.version() < Schema.CURRENT.version()
        && identity.applicationId() == Schema.APPLICATION_ID
        && !SchemaComparison.of(database, Schema.CURRENT).isSame();
  }
}
