package ballast.memory.sql;

import ballast.bitext.Extras;
import ballast.bitext.InlineCode;
import ballast.bitext.Property;
import ballast.bitext.Provenance;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.memory.ImportFate;
import ballast.memory.ImportOptions;
import ballast.memory.ImportedUnit;
import ballast.memory.OnDuplicate;
import ballast.memory.TextKey;
import ballast.memory.UnitConditions;
import ballast.memory.UnitImport;
import ballast.memory.index.UnitFeed;
import ballast.memory.store.CodesColumn;
import ballast.memory.store.Database;
import ballast.memory.store.ExtrasWriter;
import ballast.memory.store.PresentUnits;
import ballast.memory.store.PresentUnits.Present;
import ballast.memory.store.RevisionPlan;
import ballast.memory.store.StateWriter;
import ballast.memory.store.StoredUnit;
import ballast.memory.store.TextPair;
import ballast.memory.store.UnitId;
import ballast.memory.store.UnitState;
import ballast.memory.store.UnitWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the units of one import. Runs inside a transaction. */
final class ImportWriter {

  /** The kind of the change of an import. */
  static final String KIND = "imported";

  private final Database database;
  private final UnitWriter units;
  private final StateWriter states;
  private final ExtrasWriter extras;
  private final PresentUnits present;
  private final UnitFeed feed;
  private final ImportOptions options;
  private final Instant at;
  // Null where units are written at once.
  private final @Nullable Staging staging;
  private final Map<String, Long> languages = new HashMap<>();
  private final Map<LangRows, UnitId> ids = new HashMap<>();
  private long change;
  private long nextId;

  /** The rows of the languages of a pair. */
  private record LangRows(long source, long target) {}

  /**
   * @param at the time of the import, whole seconds
   */
  ImportWriter(Database database, ImportOptions options, Instant at) throws SQLException {
    this(database, options, at, new UnitFeed(database));
  }

  /**
   * @param feed has the units that this import has added before
   */
  ImportWriter(Database database, ImportOptions options, Instant at, UnitFeed feed)
      throws SQLException {
    this.database = database;
    this.units = new UnitWriter(database);
    this.states = new StateWriter(database);
    this.extras = new ExtrasWriter(database);
    this.present = new PresentUnits(database, options.onDuplicate() == OnDuplicate.ADD);
    this.feed = feed;
    this.options = options;
    this.at = at;
    this.staging = null;
    this.nextId = database.number("SELECT COALESCE(max(id), 0) + 1 FROM unit");
  }

  /** Writes new units into staging tables and defers changes of those that there are. */
  ImportWriter(Staging staging, ImportOptions options) throws SQLException {
    this.database = staging.database();
    this.units = staging.units();
    this.states = new StateWriter(database);
    this.extras = staging.extras();
    this.present = staging.present();
    this.feed = new UnitFeed(database);
    this.options = options;
    this.at = Instant.MAX; // not known yet: units with a time keep their own
    this.staging = staging;
    this.nextId = Staging.FIRST_ID;
  }

  /** See {@link UnitImport#take}. */
  ImportFate take(ImportedUnit imported) throws SQLException {
    Unit unit = imported.unit();
    requireStorable(unit);
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

  private void insert(ImportedUnit imported, TextKey.Stored keys, long sourceLang, long targetLang)
      throws SQLException {
    Unit unit = imported.unit();
    long id = nextId;
    long uid = uid(unit, new LangRows(sourceLang, targetLang));
    UnitWriter.Place place = new UnitWriter.Place(0, sourceLang, targetLang, change());
    units.insert(id, uid, unit, keys, place);
    nextId++;
    extras.write(id, ExtrasWriter.Row.of(imported, at));
    present.added(id, uid, keys);
    feed.add(id, sourceLang, targetLang, new TextPair(unit.source(), unit.target()), keys);
  }

  /** Takes note that so many units have been added in another way. */
  void skip(long added) {
    nextId += added;
  }

  /** Ends the import; returns what the index needs of the units added. */
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

  /**
   * Keeps the memory's unit and adds the properties, notes and neighbours that only the file has.
   */
  private void merge(ImportedUnit imported, Present same) throws SQLException {
    StoredUnit old = same.unit();
    Optional<Extras> more = extras.merged(old.id(), imported.unit().extras());
    Status status = imported.unit().provenance().status();
    boolean judges =
        imported.judged() && old.state().status() == Status.DRAFT && status != Status.DRAFT;
    if (staging != null) {
      if (more.isPresent() || judges) {
        staging.defer(imported);
      }
      return;
    }
    if (more.isPresent()) {
      remember(same);
      extras.setExtras(old.id(), more.get());
    }
    if (judges) {
      remember(same);
      write(same, old.state().withStatus(status, change()));
      extras.setChanged(old.id(), ExtrasWriter.Row.of(imported, at));
    }
  }

  private void overwrite(ImportedUnit imported, Present other) throws SQLException {
    Unit unit = imported.unit();
    Provenance provenance = unit.provenance();
    remember(other);
    write(
        other,
        new UnitState(
            RevisionPlan.texts(unit),
            CodesColumn.write(unit.codes()),
            provenance.status(),
            UnitConditions.hundredths(provenance.confidence()),
            change(),
            other.unit().state().retiredIn(),
            other.unit().state().deletedIn()));
    extras.replace(other.unit().id(), ExtrasWriter.Row.of(imported, at));
  }

  /** Writes the new state; the old one goes into the history unless this import added the unit. */
  private void write(Present other, UnitState after) throws SQLException {
    StoredUnit old = other.unit();
    if (other.createdIn() == change()) {
      states.replace(old.id(), old.state(), after);
    } else {
      states.writeAgain(old.id(), old.state(), after, change());
    }
  }

  private void remember(Present other) throws SQLException {
    if (other.createdIn() != change()) {
      extras.remember(other.unit().id(), change());
    }
  }

  /** The change row of the import; inserted when the first unit needs it. */
  long change() throws SQLException {
    if (staging != null) {
      return 0; // known when the units are merged
    }
    if (change == 0) {
      change = units.addChange(KIND, at, options.author());
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

  private static void requireStorable(Unit unit) {
    Extras extras = unit.extras();
    boolean storable =
        isStorable(unit.source())
            && isStorable(unit.target())
            && isStorable(extras.context().before())
            && isStorable(extras.context().after());
    for (InlineCode code : unit.codes()) {
      storable &= isStorable(code.attributes()) && isStorable(code.content());
    }
    for (Property property : extras.properties()) {
      storable &= isStorable(property.name()) && isStorable(property.value());
    }
    if (!storable) {
      throw new IllegalArgumentException("an unpaired surrogate or U+0000 in " + unit);
    }
  }

  private static boolean isStorable(String text) {
    return TextKey.unstorable(text).isEmpty();
  }
}
