package ballast.memory.sqlite;

import ballast.memory.sql.Verifier;
import ballast.memory.store.Checks;
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
      requireVersion(file, database);
      return new Verifier(database, new FileChecks(Schema.CURRENT)).problems();
    } catch (SQLException e) {
      return List.of("the file cannot be opened: " + e.getMessage());
    }
  }

  /** A memory of another version is not damaged because of that. */
  private static void requireVersion(Path file, Database database) throws SQLException {
    int version = Schema.versionOf(database);
    if (version <= 0
        || version == Schema.CURRENT.version()
        || database.number("PRAGMA application_id") != Schema.APPLICATION_ID
        || SchemaComparison.of(database, Schema.CURRENT).isSame()) {
      return;
    }
    boolean isKnown = version < Schema.CURRENT.version();
    Schema schema = isKnown ? Schema.CURRENT.upTo(version) : Schema.CURRENT;
    Checks checks = new Checks(database, database::read);
    new FileChecks(schema).runForAnother(checks, isKnown);
    if (checks.problems().isEmpty()) {
      MemoryIdentity.requireVersion(file, version, Schema.CURRENT);
    }
  }
}
