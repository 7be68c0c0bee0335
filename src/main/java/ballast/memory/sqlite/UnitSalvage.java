package ballast.memory.sqlite;

import ballast.bitext.CountedNoun;
import ballast.bitext.InlineCode;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Extras;
import ballast.bitext.Unit.Pairing;
import ballast.bitext.Unit.Property;
import ballast.bitext.Unit.Provenance;
import ballast.language.Han;
import ballast.memory.Memory.UnitProgress;
import ballast.memory.MemoryStore.Salvage;
import ballast.memory.store.Database;
import ballast.memory.store.ExtrasColumn;
import ballast.memory.store.StoredTime;
import ballast.memory.store.UnitId;
import ballast.memory.store.UnitRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the present units of a damaged memory in row order, each table by itself, without indexes
 * and history. Besides the texts, unreadable data are omitted or guessed.
 */
public final class UnitSalvage {

  private static final int MAX_NAMED = 100;
  private static final double HUNDRED = 100;

  private record Imported(@Nullable String author, @Nullable String document, Extras extras) {}

  private final Database database;
  private final TableColumns tables;
  private final long fileSize;
  private final Consumer<Unit> to;
  private final UnitProgress progress;
  private final Map<Long, String> languages = new HashMap<>();
  private final Map<Long, String> documents = new HashMap<>();
  private final Map<Long, Instant> times = new HashMap<>();
  private final Map<Long, String> authors = new HashMap<>();
  private final Map<Long, Imported> imported = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private int units;
  private long lost;
  private boolean open;
  private boolean guessed;

  private UnitSalvage(
      Database database,
      TableColumns tables,
      long fileSize,
      Consumer<Unit> to,
      UnitProgress progress) {
    this.database = database;
    this.tables = tables;
    this.fileSize = fileSize;
    this.to = to;
    this.progress = progress;
  }

  /**
   * @param progress counts each row of a unit
   * @throws InputException if nothing can be read because the start of the file is damaged
   */
  public static Salvage read(Path file, Consumer<Unit> to, UnitProgress progress) {
    MemoryOpener.requireExisting(file);
    try (Database database = MemoryOpener.forSalvage(file)) {
      TableColumns tables = TableColumns.of(database);
      return new UnitSalvage(database, tables, Files.size(file), to, progress).read();
    } catch (SQLException e) {
      boolean isDamaged =
          SqliteErrors.code(e) == SqliteErrors.CORRUPT
              || SqliteErrors.code(e) == SqliteErrors.NOTADB;
      throw isDamaged ? hopeless(file, e) : SqliteErrors.of(e, file, "read");
    } catch (IOException e) {
      throw SqliteErrors.damaged(file, SqliteErrors.detail(e), e);
    }
  }

  private static InputException hopeless(Path file, SQLException e) {
    return new InputException(
        "nothing can be saved of \"%s\": its start is damaged, or it is not a memory (%s)"
            .formatted(file, SqliteErrors.detail(e)),
        "name the right file with --tm; restore a copy of the memory; or move the file away and run"
            + " `ballast align` or `ballast tm import` again",
        e);
  }

  private Salvage read() {
    table("language", "languages", List.of("id", "tag"), row -> put(languages, row));
    table("document", "documents", List.of("id", "name"), row -> put(documents, row));
    table("change", "dates and authors", List.of("id", "at", "author"), this::change);
    List<String> extras = List.of("unit", "author", "document", "extras");
    table("unit_extras", "notes and properties", extras, this::imported);
    long listed = RowSalvage.listed(database, "unit", INDEXES);
    progress.expect(listed);
    RowSalvage.Lost rows = table("unit", "units", UNIT, this::unit);
    lost += rows.counted();
    open = rows.isOpen();
    missing(listed - rows.given() - rows.counted());
    if (guessed) {
      problems.add("languages that cannot be read were guessed from the texts");
    }
    if (problems.size() > MAX_NAMED) {
      int more = problems.size() - MAX_NAMED;
      problems.subList(MAX_NAMED, problems.size()).clear();
      problems.add("and " + more + " more");
    }
    return new Salvage(units, lost, open, problems);
  }

  /** A pointer to another page can hide rows without an error; the indexes still list them. */
  private void missing(long missing) {
    if (missing > 0) {
      lost += missing;
      open = false;
      name("an index lists " + CountedNoun.of(missing, "more unit") + "; their rows are lost");
    }
  }

  private static final List<String> INDEXES =
      List.of("unit_uid", "unit_source_key", "unit_target_key");

  private static final List<String> UNIT =
      List.of(
          "id",
          "uid",
          "document",
          "source_lang",
          "target_lang",
          "status",
          "confidence",
          "created_in",
          "changed_in",
          "retired_in",
          "deleted_in",
          "codes",
          "source",
          "target",
          "confirmed_in");

  private RowSalvage.Lost table(
      String name, String what, List<String> columns, Database.Action<ResultSet> action) {
    if (!tables.have(name)) {
      return RowSalvage.Lost.NOTHING;
    }
    RowSalvage.Lost gone =
        RowSalvage.read(database, name, tables.values(name, columns), fileSize, action);
    for (RowSalvage.Stretch stretch : gone.stretches()) {
      name(
          stretch.isAll()
              ? "nothing of the " + what + " can be read: the start of their table is lost"
              : stretch + " of the " + what + " cannot be read");
    }
    if (gone.strays() > 0) {
      name(CountedNoun.of(gone.strays(), "row") + " of the " + what + " cannot be told apart");
    }
    return gone;
  }

  private void name(String problem) {
    problems.add(problem);
  }

  private static void put(Map<Long, String> to, ResultSet row) throws SQLException {
    String value = row.getString(2);
    if (value != null) {
      to.put(row.getLong(1), value);
    }
  }

  private void change(ResultSet row) throws SQLException {
    String at = row.getString(2);
    if (at != null && StoredTime.isWholeSecond(at)) {
      times.put(row.getLong(1), StoredTime.parse(at));
    }
    authors.put(row.getLong(1), UnitRows.text(row.getString(3)));
  }

  private void imported(ResultSet row) throws SQLException {
    Extras extras;
    try {
      extras = ExtrasColumn.read(UnitRows.text(row.getString(4)));
    } catch (IllegalArgumentException e) {
      extras = Extras.NONE;
      name("the notes and properties of the unit in row " + row.getLong(1) + " cannot be read");
    }
    imported.put(row.getLong(1), new Imported(row.getString(2), row.getString(3), extras));
  }

  private void unit(ResultSet row) throws SQLException {
    progress.one();
    if (row.getLong(10) != 0 || row.getLong(11) != 0) {
      return; // retired or deleted
    }
    String id = id(row.getObject(2));
    String source = UnitRows.text(row.getString(13));
    String target = UnitRows.text(row.getString(14));
    if (source.isBlank() || target.isBlank()) {
      lost++;
      name(named(id) + " in row " + row.getLong(1) + " has lost a text");
      return;
    }
    Imported said = imported.getOrDefault(row.getLong(1), new Imported(null, null, Extras.NONE));
    try {
      Unit unit =
          new Unit(
              id,
              lang(row.getLong(4), source),
              lang(row.getLong(5), target),
              source,
              target,
              provenance(row, said),
              List.of(),
              extras(row, said.extras()));
      to.accept(withCodes(unit, row.getString(12)));
      units++;
    } catch (IllegalArgumentException e) {
      lost++;
      name(named(id) + " in row " + row.getLong(1) + ": " + e.getMessage());
    }
  }

  /** Adds who confirmed the pair, as a file would say it. */
  private Extras extras(ResultSet row, Extras said) throws SQLException {
    Instant confirmed = times.get(row.getLong(15));
    Property property =
        new Pairing(1, authors.getOrDefault(row.getLong(15), ""), confirmed).property();
    return property == null ? said : said.with(property);
  }

  private static String named(String id) {
    return id.isEmpty() ? "a unit" : "unit " + id;
  }

  /** Returns the id; empty if it cannot be read, so that a new memory assigns one. */
  private static String id(@Nullable Object column) {
    return column instanceof Number number ? UnitId.text(number.longValue()) : "";
  }

  private Provenance provenance(ResultSet row, Imported said) throws SQLException {
    Instant created = times.getOrDefault(row.getLong(8), Instant.EPOCH);
    Instant changed = times.getOrDefault(row.getLong(9), created);
    String author = authors.getOrDefault(row.getLong(9), "");
    int confidence = row.getInt(7);
    int status = row.getInt(6);
    return new Provenance(
        documents.getOrDefault(row.getLong(3), UnitRows.text(said.document())),
        0,
        author.isEmpty() ? UnitRows.text(said.author()) : author,
        created,
        changed.isBefore(created) ? created : changed,
        Unit.Pairing.computed(Math.max(0, Math.min(HUNDRED, confidence)) / HUNDRED),
        status < 0 || status > 2 ? Unit.Status.DRAFT : UnitRows.status(status));
  }

  private Unit withCodes(Unit unit, @Nullable String column) {
    try {
      List<InlineCode> codes = UnitRows.codes(column);
      return unit.with(unit.source(), unit.target(), codes, unit.provenance());
    } catch (IllegalArgumentException | DateTimeException e) {
      name("the inline codes of " + named(unit.id()) + " cannot be read");
      return unit;
    }
  }

  private Lang lang(long id, String text) {
    String tag = languages.getOrDefault(id, "");
    if (Lang.isCanonical(tag)) {
      return new Lang(tag);
    }
    guessed = true;
    return Han.occursIn(text) ? Lang.ZH_CN : Lang.EN_US;
  }

  private static final class TableColumns {

    private final Map<String, Set<String>> tables = new HashMap<>();

    private TableColumns() {}

    static TableColumns of(Database file) throws SQLException {
      TableColumns columns = new TableColumns();
      try (Database scratch = Connections.scratch()) {
        columns.addAll(scratch);
      }
      try {
        columns.addAll(file);
      } catch (SQLException e) {
        return columns; // its list of tables is damaged
      }
      return columns;
    }

    private void addAll(Database database) throws SQLException {
      database.forEach(
          "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c"
              + " WHERE t.type = 'table'",
          row -> {
            Set<String> columns = tables.computeIfAbsent(row.getString(1), name -> new HashSet<>());
            columns.add(row.getString(2));
          });
    }

    boolean have(String table) {
      return tables.containsKey(table);
    }

    List<String> values(String table, List<String> columns) {
      Set<String> known = tables.getOrDefault(table, Set.of());
      return columns.stream().map(column -> known.contains(column) ? column : "NULL").toList();
    }
  }

  /**
   * Reads the rows of a damaged table. After an unreadable page, it searches for the next readable
   * id, because the other pages can still be reached from the root.
   */
  private static final class RowSalvage {

    /** Maximum probes of a table, each of a few lookups; the remaining rows are then given up. */
    private static final int MAX_QUERIES = 200_000;

    /** Ids skipped at a time; few rows are alone on a page. */
    private static final int STEP = 16;

    /** Minimum size of a row in bytes, with which the size of the file bounds the ids. */
    private static final int MIN_ROW = 4;

    /**
     * @param isOpen whether the last id is unknown and {@code last} far above it
     */
    record Stretch(long first, long last, boolean isOpen) {

      /** Whether the table gave no row at all. */
      boolean isAll() {
        return isOpen && first == 1;
      }

      long size() {
        return last - first + 1;
      }

      @Override
      public String toString() {
        if (isOpen) {
          return "all rows from " + first + " on";
        }
        return first == last ? "row " + first : "rows " + first + " to " + last;
      }
    }

    /**
     * @param stretches ranges of ids, ascending; may include ids without a row
     * @param strays rows without an id of their own
     * @param given number of rows that were read
     */
    record Lost(List<Stretch> stretches, int strays, long given) {

      static final Lost NOTHING = new Lost(List.of(), 0, 0);

      Lost {
        stretches = List.copyOf(stretches);
      }

      long counted() {
        return strays
            + stretches.stream().filter(one -> !one.isOpen()).mapToLong(Stretch::size).sum();
      }

      boolean isOpen() {
        return stretches.stream().anyMatch(Stretch::isOpen);
      }
    }

    private final Database database;
    private final String sql;
    private final Database.Action<ResultSet> action;
    private final List<Stretch> lost = new ArrayList<>();
    private int queries;
    private int strays;
    private long given;
    private long maxId;
    private boolean isOpen;
    private long last;

    /**
     * @param sql selects the rows with ids between its two parameters, by ascending id, which is
     *     the first column
     */
    private RowSalvage(Database database, String sql, Database.Action<ResultSet> action) {
      this.database = database;
      this.sql = sql;
      this.action = action;
    }

    /**
     * @param columns columns or values, with the integer primary key first
     * @param fileSize in bytes
     */
    static Lost read(
        Database database,
        String table,
        List<String> columns,
        long fileSize,
        Database.Action<ResultSet> action) {
      String id = columns.get(0);
      String sql =
          "SELECT %s FROM %s NOT INDEXED WHERE %s BETWEEN ? AND ? ORDER BY %s"
              .formatted(String.join(", ", columns), table, id, id);
      RowSalvage salvage = new RowSalvage(database, sql, action);
      salvage.bound(table, id, fileSize);
      salvage.read();
      return new Lost(salvage.lost, salvage.strays, salvage.given);
    }

    /**
     * Counts the rows in the indexes of a table, even if the table itself is damaged; 0 if no index
     * is readable.
     */
    static long listed(Database database, String table, List<String> indexes) {
      return indexes.stream().mapToLong(index -> listed(database, table, index)).max().orElse(0);
    }

    private static long listed(Database database, String table, String index) {
      try {
        return database.number("SELECT count(*) FROM %s INDEXED BY %s".formatted(table, index));
      } catch (SQLException e) {
        return 0;
      }
    }

    private void bound(String table, String id, long fileSize) {
      try {
        // The last row may have lost its id.
        maxId =
            database.number(
                "SELECT max(max(%s), count(*)) FROM %s NOT INDEXED".formatted(id, table));
      } catch (SQLException e) {
        maxId = Math.max(1, fileSize / MIN_ROW);
        isOpen = true;
      }
    }

    private void read() {
      long from = 1;
      while (from <= maxId) {
        try {
          database.forEach(sql, this::take, from, maxId);
          return;
        } catch (SQLException e) {
          long next = Math.max(from, last + 1);
          from = isLocal(e) ? readableAfter(next) : maxId + 1;
          lose(next, from - 1);
        }
      }
    }

    /**
     * Returns the first id above {@code lost} that is readable, or that has no row but a readable
     * page.
     */
    private long readableAfter(long lost) {
      long at = lost + 1;
      while (at <= maxId && !isReadable(at)) {
        at += STEP;
        if (queries > MAX_QUERIES) {
          return maxId + 1;
        }
      }
      long first = Math.min(at, maxId + 1);
      while (first > lost + 1 && isReadable(first - 1)) {
        first--;
      }
      return first;
    }

    private boolean isReadable(long id) {
      queries++;
      try {
        database.forEach(sql, RowSalvage::touch, id, id);
        return true;
      } catch (SQLException e) {
        return false;
      }
    }

    /** Reads long values, which are on pages of their own. */
    private static void touch(ResultSet row) throws SQLException {
      for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
        row.getObject(column);
      }
    }

    private void take(ResultSet row) throws SQLException {
      long id = row.getLong(1);
      if (id > last) {
        action.accept(row);
        given++;
        last = id;
      } else {
        strays++;
      }
    }

    /** Whether other rows may be readable; a missing table is missing for all. */
    private static boolean isLocal(SQLException e) {
      return SqliteErrors.code(e) == SqliteErrors.CORRUPT
          || SqliteErrors.code(e) == SqliteErrors.IOERR;
    }

    private void lose(long from, long to) {
      boolean all = isOpen && to >= maxId;
      int end = lost.size() - 1;
      if (end >= 0 && lost.get(end).last() == from - 1) {
        lost.set(end, new Stretch(lost.get(end).first(), to, all));
      } else {
        lost.add(new Stretch(from, to, all));
      }
    }
  }
}
