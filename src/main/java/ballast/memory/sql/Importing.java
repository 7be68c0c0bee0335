package ballast.memory.sql;

import ballast.memory.ImportFate;
import ballast.memory.ImportOptions;
import ballast.memory.ImportedUnit;
import ballast.memory.Memory;
import ballast.memory.UnitImport;
import ballast.memory.index.UnitFeed;
import ballast.memory.store.Database;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Imports units into a memory in one transaction. */
final class Importing {

  /** Rolls back the transaction of a dry run. */
  private static final class DryRun extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Database database;
  private final ImportOptions options;
  private final Instant at;

  /**
   * @param at the time of the import, whole seconds
   */
  Importing(Database database, ImportOptions options, Instant at) {
    this.database = database;
    this.options = options;
    this.at = at;
  }

  /**
   * See {@link Memory#importUnits}.
   *
   * @return what the index needs of the new units; empty when nothing was recorded
   */
  Optional<UnitFeed> run(Consumer<UnitImport> source) {
    try {
      // The import inserts the rows that its units refer to, so the references need no checking.
      return Optional.of(database.unchecked(() -> database.write(() -> write(source))));
    } catch (SQLException e) {
      throw database.engine().failure(e, "write to");
    } catch (DryRun e) {
      return Optional.empty(); // a dry run: everything was rolled back
    }
  }

  private UnitFeed write(Consumer<UnitImport> source) throws SQLException {
    ImportWriter writer = new ImportWriter(database, options, at);
    source.accept(unit -> take(writer, unit));
    if (options.dryRun()) {
      throw new DryRun();
    }
    return writer.finish();
  }

  private ImportFate take(ImportWriter writer, ImportedUnit unit) {
    try {
      return writer.take(unit);
    } catch (SQLException e) {
      throw database.engine().failure(e, "write to");
    }
  }
}
