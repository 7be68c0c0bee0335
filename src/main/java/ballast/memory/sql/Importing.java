package ballast.memory.sql;

import ballast.memory.ImportFate;
import ballast.memory.ImportOptions;
import ballast.memory.ImportedUnit;
import ballast.memory.Memory;
import ballast.memory.OnDuplicate;
import ballast.memory.UnitImport;
import ballast.memory.index.UnitFeed;
import ballast.memory.store.Database;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Imports units into a memory in one transaction. */
final class Importing {

  /** Rolls back the transaction of a dry run. */
  private static final class DryRun extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Database database;
  private final ImportOptions options;
  private final Supplier<Instant> clock;

  /**
   * @param clock tells when units are written, in whole seconds
   */
  Importing(Database database, ImportOptions options, Supplier<Instant> clock) {
    this.database = database;
    this.options = options;
    this.clock = clock;
  }

  /**
   * See {@link Memory#importUnits}.
   *
   * @param upkeep takes what the index needs of the new units, unless nothing was recorded; on a
   *     distant engine while no other process works on the index
   */
  void run(Consumer<UnitImport> source, Consumer<UnitFeed> upkeep) {
    try {
      if (database.engine().isDistant()) {
        database
            .engine()
            .alone(
                database,
                () -> {
                  upkeep.accept(writeFar(source));
                  return upkeep;
                });
      } else {
        // It inserts the rows that its units refer to, so the references need no checking.
        upkeep.accept(database.unchecked(() -> database.write(() -> write(source))));
      }
    } catch (SQLException e) {
      throw database.engine().failure(e, "write to");
    } catch (DryRun e) {
      // Everything was rolled back.
    }
  }

  /** Units that replace others need to see them as they are until all is written. */
  private UnitFeed writeFar(Consumer<UnitImport> source) throws SQLException {
    return options.onDuplicate() == OnDuplicate.ADD && Staging.hasRoom(database)
        ? stage(source)
        : database.write(() -> write(source));
  }

  /**
   * Collects new units without keeping other writers out, then writes them at once; that is the
   * time of the import, so that who asks for changes since a time is not told of earlier ones
   * later.
   */
  private UnitFeed stage(Consumer<UnitImport> source) throws SQLException {
    Staging staging = new Staging(database, options.dryRun());
    try {
      ImportWriter writer = new ImportWriter(staging, options);
      source.accept(unit -> take(writer, unit));
      if (options.dryRun()) {
        throw new DryRun();
      }
      UnitFeed feed = writer.finish();
      long added = staging.count();
      if (added == 0 && staging.deferred().isEmpty()) {
        return feed;
      }
      return database.write(() -> merge(staging, feed, added));
    } finally {
      staging.drop();
    }
  }

  private UnitFeed merge(Staging staging, UnitFeed feed, long added) throws SQLException {
    if (added > 0) {
      feed.moveTo(database.number("SELECT COALESCE(max(id), 0) + 1 FROM unit"));
    }
    ImportWriter writer = new ImportWriter(database, options, clock.get(), feed);
    if (added > 0) {
      staging.takeOver(feed.first(), writer.change());
      writer.skip(added);
    }
    staging.deferred().forEach(unit -> take(writer, unit));
    return writer.finish();
  }

  private UnitFeed write(Consumer<UnitImport> source) throws SQLException {
    ImportWriter writer = new ImportWriter(database, options, clock.get());
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
