package ballast.memory.sql;

import ballast.bitext.Bead;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.LooseText;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.Comments;
import ballast.memory.Concordance;
import ballast.memory.DocumentChange;
import ballast.memory.DocumentSummary;
import ballast.memory.FuzzyQuery;
import ballast.memory.HistoryEntry;
import ballast.memory.Inconsistency;
import ballast.memory.Match;
import ballast.memory.Memory;
import ballast.memory.Memory.UnitProgress;
import ballast.memory.MemoryCare;
import ballast.memory.PinnedBead;
import ballast.memory.Revision;
import ballast.memory.Statistics;
import ballast.memory.Statistics.UnitStatistics;
import ballast.memory.TeamRight;
import ballast.memory.UnitFilter;
import ballast.memory.UnitImport;
import ballast.memory.UnitImport.ImportOptions;
import ballast.memory.index.ConcordanceSearch;
import ballast.memory.index.FuzzyIndex;
import ballast.memory.index.IndexKeeper;
import ballast.memory.index.IndexTables;
import ballast.memory.index.IndexVerifier;
import ballast.memory.index.UnitFeed;
import ballast.memory.store.Checks.EngineChecks;
import ballast.memory.store.CommentStore;
import ballast.memory.store.Database;
import ballast.memory.store.HistoryReader;
import ballast.memory.store.Pins;
import ballast.memory.store.RecordedBeads;
import ballast.memory.store.RevisionWriter;
import ballast.memory.store.SqlCare;
import ballast.memory.store.StoredDocuments;
import ballast.memory.store.Transactions;
import ballast.memory.store.UnitId;
import ballast.memory.store.UnitReader;
import ballast.memory.store.UnitStatisticsReader;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A translation memory in a database, independent of its engine. */
public final class SqlMemory implements Memory {

  private final Database database;
  private final UnaryOperator<RuntimeException> diagnosis;
  private final EngineChecks checks;
  private final Transactions transactions;

  /** Null until the first search. */
  private @Nullable FuzzyIndex index;

  /**
   * @param database has the current tables; closed with this memory
   * @param diagnosis converts an exception of work on the database into the one to throw
   */
  public SqlMemory(
      Database database,
      InstantSource clock,
      UnaryOperator<RuntimeException> diagnosis,
      EngineChecks checks) {
    this.checks = checks;
    this.database = database;
    this.diagnosis = diagnosis;
    this.transactions = new Transactions(database, clock, () -> keepUp(null), diagnosis);
  }

  @Override
  public List<Revision.Summary> addRevisions(
      List<DocumentChange> revisions, Consumer<List<Unit>> beforeCommit) {
    return transactions.write(
        () -> new RevisionWriter(database).addAll(revisions, transactions.now(), beforeCommit));
  }

  @Override
  public Optional<Revision> apply(Revision before, DocumentChange change) {
    return transactions.write(
        () ->
            new RevisionWriter(database).apply(before, change, transactions.now())
                ? new StoredDocuments(database).latestRevision(change.document())
                : Optional.empty());
  }

  @Override
  public void importUnits(ImportOptions options, Consumer<UnitImport> source) {
    transactions.requireWritable();
    transactions.require(TeamRight.IMPORT); // fails before a large file is read
    try {
      new Importing(database, options, transactions::now).run(source, this::keepUp);
    } catch (RuntimeException e) {
      throw diagnosis.apply(e);
    }
  }

  @Override
  public String longestDocumentName() {
    return transactions.decode(new StoredDocuments(database)::longestName);
  }

  @Override
  public long copyFrom(Memory other) {
    transactions.requireWritable();
    if (!(other instanceof SqlMemory from)) {
      throw new IllegalArgumentException("not a memory in a database: " + other);
    }
    transactions.require(TeamRight.COPY);
    try {
      return database.unchecked(
          () -> transactions.write(() -> new MemoryCopy(from.database, database).run()));
    } catch (SQLException e) {
      throw database.engine().failure(e, "write to");
    }
  }

  @Override
  public boolean isBlank() {
    return transactions.decode(() -> new StoredDocuments(database).isBlank());
  }

  @Override
  public long unitCount() {
    return transactions.decode(new StoredDocuments(database)::unitCount);
  }

  @Override
  public List<DocumentSummary> documents() {
    return transactions.decode(() -> new StoredDocuments(database).documents());
  }

  @Override
  public List<Lang> sourceLanguages() {
    return transactions.decode(() -> new StoredDocuments(database).sourceLanguages());
  }

  @Override
  public Statistics statistics() {
    return transactions.decode(() -> new StoredDocuments(database).statistics());
  }

  @Override
  public void forEachUnit(UnitFilter filter, Consumer<Unit> action) {
    transactions.read(
        () -> {
          new UnitReader(database).forEach(filter, action::accept);
          return filter;
        });
  }

  @Override
  public List<Unit> units(UnitFilter filter, String after, int limit) {
    return transactions.decode(() -> new UnitReader(database).page(filter, after, limit));
  }

  @Override
  public List<Unit> exact(String text, Side side, UnitFilter filter) {
    return transactions.decodeAgain(() -> new UnitReader(database).exact(text, side, filter));
  }

  @Override
  public List<Match> search(FuzzyQuery query) {
    return transactions.decodeAgain(() -> index().search(query));
  }

  @Override
  public Concordance concordance(Concordance.Query query) {
    return transactions.decode(() -> new ConcordanceSearch(database, index(), query).find());
  }

  @Override
  public void forEachExample(int limit, Consumer<Unit> action) {
    transactions.read(
        () -> {
          new UnitReader(database).forEachExample(limit, action);
          return action;
        });
  }

  @Override
  public List<HistoryEntry> history(String documentOrUid) {
    return transactions.decode(() -> new HistoryReader(database).read(documentOrUid));
  }

  @Override
  public Comments comments() {
    return transactions.decode(() -> new CommentStore(database).read());
  }

  @Override
  public List<String> unitIds(String beginning, int limit) {
    return transactions.decode(
        () ->
            database.list(
                "SELECT uid FROM unit WHERE uid BETWEEN ? AND ? ORDER BY uid LIMIT ?",
                row -> UnitId.text(row.getLong(1)),
                UnitId.first(beginning),
                UnitId.last(beginning),
                limit));
  }

  @Override
  public boolean isEdited(String uid) {
    return transactions.decode(() -> new HistoryReader(database).isEdited(uid));
  }

  @Override
  public List<String> editedDocuments() {
    return transactions.decode(() -> new HistoryReader(database).editedDocuments());
  }

  @Override
  public Set<String> editedUnits(String document) {
    return transactions.decode(() -> new HistoryReader(database).editedUnits(document));
  }

  @Override
  public List<Revision> revisions(String document) {
    return transactions.decode(() -> new StoredDocuments(database).revisions(document));
  }

  @Override
  public List<PinnedBead> pins(String document) {
    return transactions.decode(() -> new Pins(database).inForce(document));
  }

  @Override
  public List<Bead> beads(String document) {
    return transactions.decode(() -> new RecordedBeads(database).of(document));
  }

  @Override
  public List<LooseText> looseTexts(Set<String> documents) {
    return transactions.decode(() -> new RecordedBeads(database).texts(documents));
  }

  @Override
  public Optional<Revision> latestRevision(String document) {
    return transactions.decode(() -> new StoredDocuments(database).latestRevision(document));
  }

  @Override
  public List<Revision.Origin> origins() {
    return transactions.decode(() -> new StoredDocuments(database).origins());
  }

  @Override
  public List<Unit> unitsAt(String document, int revision) {
    return transactions.decode(() -> new UnitReader(database).at(document, revision));
  }

  @Override
  public UnitStatistics unitStatistics(UnitFilter filter) {
    return transactions.decode(() -> new UnitStatisticsReader(database).count(filter));
  }

  @Override
  public void forEachInconsistency(UnitFilter filter, Side side, Consumer<Inconsistency> action) {
    transactions.decode(
        () -> {
          new UnitStatisticsReader(database).forEachInconsistency(filter, side, action);
          return side;
        });
  }

  @Override
  public MemoryCare care(Runnable looked) {
    return new SqlCare(transactions, looked);
  }

  @Override
  public List<String> verify() {
    return new Verifier(database, checks, UnitProgress.NONE).problems();
  }

  @Override
  public List<String> verifyIndex(int searches, UnitProgress progress) {
    return transactions.decode(
        () -> new IndexVerifier(database, index(), progress).problems(searches));
  }

  @Override
  public void rebuildIndex() {
    transactions.requireWritable();
    transactions.require(TeamRight.REBUILD_INDEX);
    try {
      new IndexKeeper(database).rebuild();
      indexWritten();
    } catch (SQLException e) {
      throw diagnosis.apply(database.engine().failure(e, "write to"));
    } catch (RuntimeException e) {
      throw diagnosis.apply(e);
    }
  }

  @Override
  public void close() {
    if (index != null) {
      index.close();
    }
    try {
      database.close();
    } catch (SQLException e) {
      throw database.engine().failure(e, "close");
    }
  }

  public FuzzyIndex index() {
    if (index == null) {
      index = new FuzzyIndex(database);
    }
    return index;
  }

  /** For tests that count statements or fill the disk. */
  public Database database() {
    return database;
  }

  /**
   * Brings the index up to date. The command's own changes are already committed. Therefore this
   * does not fail if the disk is full or another process is writing. Searches then compare more
   * units one by one, with the same results.
   *
   * @param feed the units written, which need not be read again; null: to be read
   */
  private void keepUp(@Nullable UnitFeed feed) {
    indexWritten();
    try {
      if (feed != null || new IndexTables(database).isBehind()) {
        new IndexKeeper(database).keepUp(feed == null ? new UnitFeed(database) : feed);
      }
    } catch (SQLException | IllegalArgumentException e) {
      // The next command that writes tries again; verifying reports any problem.
    } catch (RuntimeException e) {
      if (diagnosis.apply(e) == e) {
        throw e;
      }
    }
  }

  private void indexWritten() {
    if (index != null) {
      index.written();
    }
  }

  /**
   * Copies all rows of a memory into an empty one, possibly of another engine. Runs inside a
   * transaction of the copy.
   */
  private static final class MemoryCopy {

    /**
     * @param order sort columns that put every row after the rows it refers to
     */
    private record Table(String name, String order) {}

    /**
     * Without those of the index, which can be rebuilt. Extras come before the changes, to which
     * the database would else ascribe them.
     */
    private static final List<Table> TABLES =
        List.of(
            new Table("unit_extras", "unit"),
            new Table("language", "id"),
            new Table("change", "id"),
            new Table("document", "id"),
            new Table("revision", "id"),
            new Table("unit", "id"),
            new Table("placement", "document, rank, set_in"),
            new Table("unit_history", "id"),
            new Table("unit_extras_history", "unit, change"),
            new Table("pin", "id"),
            new Table("recorded_beads", "revision"),
            new Table("comment", "id"));

    private final Database from;
    private final Database to;

    MemoryCopy(Database from, Database to) {
      this.from = from;
      this.to = to;
    }

    /** Copies one consistent state of the memory and returns its number of units. */
    long run() throws SQLException {
      if (to.number("SELECT count(*) FROM change") + to.number("SELECT count(*) FROM unit") > 0) {
        throw new InputException(
            "cannot copy into the memory \"" + to.place() + "\": it is not empty",
            "name a memory that does not exist yet");
      }
      try {
        to.engine().copying(to, () -> from.read(this::copy));
      } catch (SQLException e) {
        throw from.engine().failure(e, "read");
      }
      return to.number("SELECT count(*) FROM unit");
    }

    private long copy() throws SQLException {
      for (Table table : TABLES) {
        copy(table);
      }
      return TABLES.size();
    }

    private void copy(Table table) throws SQLException {
      StringBuilder insert = new StringBuilder();
      from.forEach(
          "SELECT * FROM " + table.name() + " ORDER BY " + table.order(),
          row -> {
            @Nullable Object[] values = new Object[row.getMetaData().getColumnCount()];
            if (insert.isEmpty()) {
              insert.append(insert(table.name(), row.getMetaData()));
            }
            for (int i = 0; i < values.length; i++) {
              values[i] = row.getObject(i + 1);
            }
            write(insert.toString(), values);
          });
      send();
    }

    /** The engines may have the columns in another order. */
    private static String insert(String table, ResultSetMetaData row) throws SQLException {
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= row.getColumnCount(); i++) {
        columns.add(row.getColumnName(i));
      }
      return "INSERT INTO %s (%s) VALUES (%s)"
          .formatted(
              table,
              String.join(", ", columns),
              String.join(", ", Collections.nCopies(columns.size(), "?")));
    }

    /** Sends all rows, because the next table may refer to them. */
    private void send() {
      try {
        to.send();
      } catch (SQLException e) {
        throw to.engine().failure(e, "write to");
      }
    }

    private void write(String insert, @Nullable Object... values) {
      try {
        to.updateSoon(insert, values);
      } catch (SQLException e) {
        throw to.engine().failure(e, "write to");
      }
    }
  }
}
