package ballast.memory.index;

import ballast.bitext.Side;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.memory.UnitConditions;
import ballast.memory.UnitFilter;
import ballast.memory.store.Database;
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
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Counts units in which something was found, and remembers the first of them. As a rule only what
 * orders them is read; texts are read of those only that are shown.
 */
final class FoundUnits {

  /**
   * A unit.
   *
   * @param row its row
   * @param side where something was found
   */
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
   * @param filter which units count
   * @param limit how many are remembered; at least 1
   */
  FoundUnits(Database database, UnitFilter filter, int limit) {
    this.database = database;
    this.rows = new UnitRows(database.engine());
    this.filter = filter;
    this.limit = limit;
  }

  /** Counts those of these units that the filter admits. */
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
              boolean approved = unit.provenance().status() == Status.APPROVED;
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
            filter.presence());
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
          Status status = UnitRows.status(row.getInt(3));
          if (filter.statuses().isEmpty() || filter.statuses().contains(status)) {
            Instant changed = rows.changed(row.getString(4), row.getString(5));
            String uid = UnitId.text(row.getLong(2));
            add(new Place(row.getLong(1), side, status == Status.APPROVED, changed, uid));
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

  /** How many units have been counted; one in which both texts count, twice. */
  int count() {
    return count;
  }

  /** The first of them: approved ones, then the most recently changed. */
  List<Place> first() {
    return new ArrayList<>(first);
  }

  /** The units of {@link #first}, by their rows. */
  Map<Long, Unit> units() throws SQLException {
    Map<Long, Unit> units = new HashMap<>();
    read(first.stream().map(Place::row).distinct().toList(), units::put);
    return units;
  }

  /** Takes a unit. */
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
                UnitRows.COLUMNS, UnitRows.LAST_BEAD, database.engine().numbers(), UnitRows.TABLES),
        row -> action.accept(row.getLong(15), rows.read(row)),
        list(units),
        filter.presence().retired() ? 1 : 0);
  }

  private static String list(Collection<Long> units) {
    return units.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }
}
