package ballast.memory.index;

import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.likeness.Measure;
import ballast.likeness.index.IndexPart;
import ballast.likeness.index.Phrase;
import ballast.memory.Concordance;
import ballast.memory.UnitFilter;
import ballast.memory.UnitFilter.UnitConditions;
import ballast.memory.index.SlotTexts.Slots;
import ballast.memory.store.Database;
import ballast.memory.store.Placements;
import ballast.memory.store.UnitId;
import ballast.memory.store.UnitRows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Searches texts for a phrase. The index narrows the search for Chinese phrases of two characters
 * or more, and for English ones with a whole word between the first and the last. Otherwise every
 * text is searched.
 */
public final class ConcordanceSearch {

  private final Database database;
  private final FuzzyIndex index;
  private final UnitTexts texts;
  private final Concordance.Query query;
  private final Phrase phrase;
  private final FoundUnits found;

  public ConcordanceSearch(Database database, FuzzyIndex index, Concordance.Query query) {
    this.database = database;
    this.index = index;
    this.texts = new UnitTexts(database);
    this.query = query;
    this.phrase = new Phrase(query.text());
    this.found = new FoundUnits(database, query.filter(), query.limit());
  }

  public Concordance find() throws SQLException {
    if (phrase.isEmpty()) {
      return new Concordance(0, List.of());
    }
    index.refresh();
    try {
      for (Side side : Side.values()) {
        if (query.sides().contains(side)) {
          find(side);
        }
      }
    } catch (IndexBlocks.BlockException e) {
      throw e.sqlException();
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the index is damaged", e);
    }
    Map<Long, Unit> units = found.units();
    List<Concordance.Hit> hits = new ArrayList<>();
    for (FoundUnits.Place place : found.first()) {
      Unit unit = units.get(place.row());
      if (unit != null) {
        hits.add(new Concordance.Hit(unit, place.side(), phrase.in(unit.text(place.side()))));
      }
    }
    return new Concordance(found.count(), hits);
  }

  private void find(Side side) throws SQLException {
    Set<Long> units = new TreeSet<>();
    for (Measure measure : Measure.values()) {
      if (phrase.isIndexed(measure)) {
        List<Slots> slots = new ArrayList<>();
        for (IndexPart part : index.parts(side, measure)) {
          slots.add(new Slots(part, phrase.slots(part, measure)));
        }
        index.slotTexts().forEach(slots, side, measure, (unit, text) -> look(unit, text, units));
        texts.forEachUncovered(
            index.covered(),
            (unit, of, by, key, text) -> {
              if (of == side && by == measure) {
                look(unit, text, units);
              }
            });
      } else {
        scan(side, measure, units);
      }
    }
    found.add(side, units);
  }

  private void look(long unit, String text, Set<Long> units) {
    if (!phrase.in(text).isEmpty()) {
      units.add(unit);
    }
  }

  /**
   * Searches every text in a language of the measure. SQLite skips pure ASCII texts that do not
   * contain the phrase's longest run of letters; all other texts must be read.
   */
  private void scan(Side side, Measure measure, Set<Long> units) throws SQLException {
    List<Long> languages = texts.languages(measure);
    if (languages.isEmpty()) {
      return;
    }
    String column = side.toString();
    String run = phrase.longestAsciiRun();
    database.forEach(
        """
        SELECT id, %1$s
        FROM unit
        WHERE %1$s_lang IN (%2$s) AND (retired_in IS NULL OR ? = 1) AND deleted_in IS NULL
          AND (octet_length(%1$s) <> length(%1$s) OR (? = 1 AND %3$s))
        """
            .formatted(
                column,
                languages.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                database.engine().isLike(column)),
        row -> look(row.getLong(1), row.getString(2), units),
        query.filter().presence().retired() ? 1 : 0,
        phrase.isAscii() ? 1 : 0,
        "%" + run + "%");
  }

  /**
   * Counts units with a hit and remembers the first of them. Usually reads only the columns needed
   * to order them, and the texts of the units shown.
   */
  private static final class FoundUnits {

    record Place(long row, Side side, boolean approved, Instant changed, String uid) {

      private static final Comparator<Place> ORDER =
          Comparator.comparing((Place place) -> !place.approved())
              .thenComparing(Place::changed, Comparator.reverseOrder())
              .thenComparing(Place::uid)
              .thenComparing(Place::side);
    }

    private final Database database;
    private final UnitRows rows;
    private final UnitFilter filter;
    private final int limit;
    private final TreeSet<Place> first = new TreeSet<>(Place.ORDER);
    private int count;

    /**
     * @param limit maximum number of units remembered, at least 1
     */
    FoundUnits(Database database, UnitFilter filter, int limit) {
      this.database = database;
      this.rows = new UnitRows(database.engine());
      this.filter = filter;
      this.limit = limit;
    }

    void add(Side side, Collection<Long> units) throws SQLException {
      if (units.isEmpty()) {
        return;
      }
      if (needsStatusOnly()) {
        addByStatus(side, units);
      } else {
        read(
            units,
            (row, unit) -> {
              if (filter.admits(unit)) {
                boolean approved = unit.provenance().status() == Unit.Status.APPROVED;
                add(new Place(row, side, approved, unit.provenance().changed(), unit.id()));
              }
            });
      }
    }

    private boolean needsStatusOnly() {
      UnitFilter plain =
          new UnitFilter(
              UnitFilter.CURRENT.uids(),
              UnitFilter.CURRENT.documents(),
              UnitFilter.CURRENT.languages(),
              filter.statuses(),
              UnitConditions.NONE,
              filter.presence(),
              UnitFilter.CURRENT.except());
      return filter.equals(plain);
    }

    private void addByStatus(Side side, Collection<Long> units) throws SQLException {
      database.forEach(
          """
          SELECT u.id, u.uid, u.status, %s
          FROM %s found CROSS JOIN %s
          WHERE u.id = found.value AND (u.retired_in IS NULL OR ? = 1) AND u.deleted_in IS NULL
          """
              .formatted(UnitRows.TIMES, database.engine().numbers(), UnitRows.TIMES_TABLES),
          row -> {
            Unit.Status status = UnitRows.status(row.getInt(3));
            if (filter.statuses().isEmpty() || filter.statuses().contains(status)) {
              Instant changed = rows.changed(row.getString(4), row.getString(5));
              String uid = UnitId.text(row.getLong(2));
              add(new Place(row.getLong(1), side, status == Unit.Status.APPROVED, changed, uid));
            }
          },
          list(units),
          filter.presence().retired() ? 1 : 0);
    }

    private void add(Place place) {
      count++;
      first.add(place);
      if (first.size() > limit) {
        first.pollLast();
      }
    }

    /** A unit counts twice if both texts contain the phrase. */
    int count() {
      return count;
    }

    List<Place> first() {
      return new ArrayList<>(first);
    }

    Map<Long, Unit> units() throws SQLException {
      Map<Long, Unit> units = new HashMap<>();
      read(first.stream().map(Place::row).distinct().toList(), units::put);
      return units;
    }

    @FunctionalInterface
    private interface UnitAction {
      void accept(long row, Unit unit);
    }

    private void read(Collection<Long> units, UnitAction action) throws SQLException {
      database.forEach(
          """
          SELECT %s, %s, u.id
          FROM %s found CROSS JOIN %s
          WHERE u.id = found.value AND (u.retired_in IS NULL OR ? = 1) AND u.deleted_in IS NULL
          """
              .formatted(
                  UnitRows.COLUMNS, Placements.BEAD, database.engine().numbers(), UnitRows.TABLES),
          row -> action.accept(row.getLong(17), rows.read(row)),
          list(units),
          filter.presence().retired() ? 1 : 0);
    }

    private static String list(Collection<Long> units) {
      return units.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }
  }
}
