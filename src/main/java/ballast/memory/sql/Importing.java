package ballast.memory.sql;

import ballast.bitext.InputException;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Extras;
import ballast.memory.Memory;
import ballast.memory.TextKey;
import ballast.memory.UnitImport;
import ballast.memory.UnitImport.ImportFate;
import ballast.memory.UnitImport.ImportOptions;
import ballast.memory.UnitImport.ImportedUnit;
import ballast.memory.UnitImport.OnDuplicate;
import ballast.memory.index.UnitFeed;
import ballast.memory.store.Database;
import ballast.memory.store.ExtrasWriter;
import ballast.memory.store.PresentUnits;
import ballast.memory.store.PresentUnits.Present;
import ballast.memory.store.StoredUnit;
import ballast.memory.store.UnitId;
import ballast.memory.store.UnitWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

final class Importing {

  /** Rolls back the transaction of a dry run. */
  private static final class DryRun extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Database database;
  private final ImportOptions options;
  private final Supplier<Instant> clock;

  Importing(Database database, ImportOptions options, Supplier<Instant> clock) {
    this.database = database;
    this.options = options;
    this.clock = clock;
  }

  /**
   * See {@link Memory#importUnits}.
   *
   * @param upkeep receives the data that the index needs about new units, unless nothing was
   *     written; on a distant engine while no other process works on the index
   */
  void run(Consumer<UnitImport> source, Consumer<UnitFeed> upkeep) {
    try {
      database
          .engine()
          .alone(
              database,
              () -> {
                // It inserts the rows that its units refer to, so the references need no checking.
                upkeep.accept(database.unchecked(() -> write(source)));
                return upkeep;
              });
    } catch (SQLException e) {
      throw database.engine().failure(e, "write to");
    } catch (DryRun e) {
      // Everything was rolled back.
    }
  }

  private UnitFeed write(Consumer<UnitImport> source) throws SQLException {
    // Units that replace others need to see their current state until all is written.
    return database.engine().isDistant()
            && options.onDuplicate() == OnDuplicate.ADD
            && Staging.hasRoom(database)
        ? stage(source)
        : database.write(() -> writeDirectly(source));
  }

  /**
   * Collects new units without excluding other writers, then writes all of them at once. The time
   * of writing is the time of the import. Otherwise a query for changes since a given time could
   * later miss units with an earlier time.
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
      if (added == 0 && staging.deferred.isEmpty()) {
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
    staging.deferred.forEach(unit -> take(writer, unit));
    return writer.finish();
  }

  private UnitFeed writeDirectly(Consumer<UnitImport> source) throws SQLException {
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

  /**
   * Temporary tables for the new units of an import, so that other writers only wait while their
   * rows are merged. Used outside of a transaction; the tables end with the connection at the
   * latest.
   */
  private static final class Staging {

    /** The id of the first new unit until it is merged; units of the memory have lower ids. */
    static final long FIRST_ID = 1 << 30;

    private static final String COLUMNS =
        """
        id, uid, document, source_lang, target_lang, status, confidence, created_in, changed_in,
        retired_in, deleted_in, confirmed_in, source_key, target_key, codes, source, target
        """;

    private static final List<String> MAKE =
        List.of(
            "CREATE TEMPORARY TABLE staged_unit (LIKE unit, PRIMARY KEY (id))",
            "CREATE TEMPORARY TABLE staged_extras (LIKE unit_extras, PRIMARY KEY (unit))",
            "CREATE TEMPORARY VIEW all_unit AS SELECT %1$s FROM unit UNION ALL SELECT %1$s FROM staged_unit"
                .formatted(COLUMNS),
            "CREATE TEMPORARY VIEW all_extras AS SELECT unit, extras FROM unit_extras"
                + " UNION ALL SELECT unit, extras FROM staged_extras");

    private static final List<String> DROP =
        List.of(
            "DROP VIEW IF EXISTS all_unit",
            "DROP VIEW IF EXISTS all_extras",
            "DROP TABLE IF EXISTS staged_unit",
            "DROP TABLE IF EXISTS staged_extras");

    private final Database database;

    /** Units that change others; taken after the new units are merged. */
    private final List<ImportedUnit> deferred = new ArrayList<>();

    private final boolean isDryRun;
    private final long last;
    private long unwritten;

    Staging(Database database, boolean isDryRun) throws SQLException {
      this.database = database;
      this.isDryRun = isDryRun;
      this.last = database.number("SELECT max(id) FROM unit");
      for (String statement : MAKE) {
        database.execute(statement);
      }
    }

    /** Whether the memory's ids are low enough for staging. */
    static boolean hasRoom(Database database) throws SQLException {
      return database.number("SELECT max(id) FROM unit") < FIRST_ID;
    }

    /** Returns the row of a language. A missing one is added in its own transaction. */
    long language(String tag) throws SQLException {
      long known = database.number("SELECT id FROM language WHERE tag = ?", tag);
      if (known != 0) {
        return known;
      }
      return isDryRun ? --unwritten : database.write(() -> new UnitWriter(database).language(tag));
    }

    long count() throws SQLException {
      return database.number("SELECT count(*) FROM staged_unit");
    }

    /**
     * Merges the new units into the memory. Runs inside a transaction.
     *
     * @throws InputException if another process has meanwhile added one of the units
     */
    void takeOver(long first, long change) throws SQLException {
      long same =
          database.number(
              "SELECT count(*) FROM unit u JOIN staged_unit s ON s.uid = u.uid WHERE u.id > ?",
              last);
      if (same > 0) {
        throw new InputException(
            "cannot write to the memory \"%s\": another process has added %d of the units meanwhile"
                .formatted(database.place(), same),
            "run the command again");
      }
      long shift = first - FIRST_ID;
      database.update(
          """
          INSERT INTO unit (id, uid, document, source_lang, target_lang, status, confidence,
            created_in, changed_in, source_key, target_key, codes, source, target)
          SELECT id + ?, uid, document, source_lang, target_lang, status, confidence, ?, ?,
            source_key, target_key, codes, source, target
          FROM staged_unit ORDER BY id
          """,
          shift,
          change,
          change);
      database.update(
          """
          INSERT INTO unit_extras (unit, created, changed, author, document, extras)
          SELECT unit + ?, created, changed, author, document, extras
          FROM staged_extras ORDER BY unit
          """,
          shift);
    }

    void drop() {
      database.engine().discard();
      try {
        for (String statement : DROP) {
          database.execute(statement);
        }
      } catch (SQLException e) {
        // They end with the connection; report an earlier error instead.
      }
    }
  }

  /** Writes the units of one import. Runs inside a transaction. */
  private static final class ImportWriter {

    private final Database database;
    private final UnitWriter units;
    private final ExtrasWriter extras;
    private final PresentUnits present;
    private final UnitFeed feed;
    private final ImportOptions options;
    private final Instant at;
    // Null if units are written directly.
    private final @Nullable Staging staging;
    private final Map<String, Long> languages = new HashMap<>();
    private final Map<LangRows, UnitId> ids = new HashMap<>();
    private long change;
    private long nextId;

    private record LangRows(long source, long target) {}

    ImportWriter(Database database, ImportOptions options, Instant at) throws SQLException {
      this(database, options, at, new UnitFeed(database));
    }

    /**
     * @param feed the units that this import has already added
     */
    ImportWriter(Database database, ImportOptions options, Instant at, UnitFeed feed)
        throws SQLException {
      this.database = database;
      this.units = new UnitWriter(database);
      this.extras = new ExtrasWriter(database);
      this.present = new PresentUnits(database, options.onDuplicate() == OnDuplicate.ADD, "unit");
      this.feed = feed;
      this.options = options;
      this.at = at;
      this.staging = null;
      this.nextId = database.number("SELECT COALESCE(max(id), 0) + 1 FROM unit");
    }

    ImportWriter(Staging staging, ImportOptions options) throws SQLException {
      this.database = staging.database;
      this.units = new UnitWriter(database, "staged_unit");
      this.extras = new ExtrasWriter(database, "staged_extras", "all_extras");
      this.present = new PresentUnits(database, true, "all_unit");
      this.feed = new UnitFeed(database);
      this.options = options;
      this.at = Instant.MAX; // not yet known: units with a time keep their own
      this.staging = staging;
      this.nextId = Staging.FIRST_ID;
    }

    ImportFate take(ImportedUnit imported) throws SQLException {
      Unit unit = imported.unit();
      if (UnitWriter.unstorable(unit, "").isPresent()) {
        throw new IllegalArgumentException("an unpaired surrogate or U+0000 in " + unit);
      }
      long sourceLang = language(unit.sourceLang().tag());
      long targetLang = language(unit.targetLang().tag());
      TextKey.Stored keys = TextKey.stored(unit.source(), unit.target());
      Optional<Present> same = present.identical(unit, keys, sourceLang, targetLang);
      if (same.isPresent()) {
        merge(imported, same.get());
        return ImportFate.MERGED;
      }
      if (options.onDuplicate() != OnDuplicate.ADD) {
        Optional<Present> other = present.translated(unit, keys, sourceLang, targetLang);
        if (other.isPresent()) {
          return resolve(imported, other.get());
        }
      }
      insert(imported, keys, sourceLang, targetLang);
      return ImportFate.ADDED;
    }

    private ImportFate resolve(ImportedUnit imported, Present other) throws SQLException {
      if (options.onDuplicate() == OnDuplicate.KEEP) {
        return ImportFate.KEPT_OTHER;
      }
      long changed = imported.unit().provenance().changed().getEpochSecond();
      if (options.onDuplicate() == OnDuplicate.NEWEST
          && (!imported.dated() || changed <= other.changedAt())) {
        return ImportFate.KEPT_NEWER;
      }
      overwrite(imported, other);
      return ImportFate.OVERWRITTEN;
    }

    private void insert(
        ImportedUnit imported, TextKey.Stored keys, long sourceLang, long targetLang)
        throws SQLException {
      Unit unit = imported.unit();
      long id = nextId;
      long uid = uid(unit, new LangRows(sourceLang, targetLang));
      StoredUnit added = StoredUnit.added(id, UnitId.text(uid), unit, change());
      units.insert(added, sourceLang, targetLang, keys);
      nextId++;
      extras.write(id, ExtrasWriter.Row.of(imported, at));
      present.added(id, uid, keys);
      feed.add(id, sourceLang, targetLang, unit, keys);
    }

    /** Counts units that were added in another way. */
    void skip(long added) {
      nextId += added;
    }

    UnitFeed finish() throws SQLException {
      present.close();
      return feed;
    }

    private long uid(Unit unit, LangRows langs) throws SQLException {
      long given = UnitId.number(unit.id());
      if (given >= 0 && !present.has(given)) {
        return given;
      }
      UnitId giver = ids.get(langs);
      if (giver == null) {
        giver = new UnitId("", unit.sourceLang(), unit.targetLang(), new HashSet<>());
        ids.put(langs, giver);
      }
      int occurrence = 1;
      long uid = giver.withoutDocument(unit.source(), unit.target(), occurrence);
      while (present.has(uid)) {
        uid = giver.withoutDocument(unit.source(), unit.target(), ++occurrence);
      }
      return uid;
    }

    private void merge(ImportedUnit imported, Present same) throws SQLException {
      StoredUnit old = same.unit();
      Optional<Extras> more = extras.merged(old.id(), imported.unit().extras());
      Unit.Status status = imported.unit().provenance().status();
      boolean judges =
          imported.judged() && old.status() == Unit.Status.DRAFT && status != Unit.Status.DRAFT;
      if (staging != null) {
        if (more.isPresent() || judges) {
          staging.deferred.add(imported);
        }
        return;
      }
      if (more.isPresent()) {
        change();
        extras.setExtras(old.id(), more.get());
      }
      if (judges) {
        units.write(old, old.withStatus(status, change()), "");
        extras.setChanged(old.id(), ExtrasWriter.Row.of(imported, at));
      }
    }

    private void overwrite(ImportedUnit imported, Present other) throws SQLException {
      StoredUnit old = other.unit();
      units.write(old, old.with(imported.unit(), change(), old.deletedIn()), "");
      extras.replace(old.id(), ExtrasWriter.Row.of(imported, at));
    }

    /** The id of the import's change, which is inserted when the first unit needs it. */
    long change() throws SQLException {
      if (staging != null) {
        return 0; // known when the units are merged
      }
      if (change == 0) {
        change = units.addChange("imported", at, options.author(), "", 0);
      }
      return change;
    }

    private long language(String tag) throws SQLException {
      Long known = languages.get(tag);
      if (known == null) {
        known = staging == null ? units.language(tag) : staging.language(tag);
        languages.put(tag, known);
      }
      return known;
    }
  }
}
