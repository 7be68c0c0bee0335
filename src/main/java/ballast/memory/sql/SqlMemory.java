package ballast.memory.sql;

import ballast.bitext.Bead;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.memory.Concordance;
import ballast.memory.ConcordanceQuery;
import ballast.memory.DocumentSummary;
import ballast.memory.FuzzyQuery;
import ballast.memory.HistoryEntry;
import ballast.memory.ImportOptions;
import ballast.memory.Inconsistency;
import ballast.memory.Match;
import ballast.memory.Memory;
import ballast.memory.MemoryCare;
import ballast.memory.NewRevision;
import ballast.memory.PinnedBead;
import ballast.memory.RevisionInfo;
import ballast.memory.RevisionSummary;
import ballast.memory.Statistics;
import ballast.memory.TeamRight;
import ballast.memory.UnitFilter;
import ballast.memory.UnitImport;
import ballast.memory.UnitProgress;
import ballast.memory.UnitStatistics;
import ballast.memory.care.SqlCare;
import ballast.memory.index.ConcordanceSearch;
import ballast.memory.index.FuzzyIndex;
import ballast.memory.index.IndexVerifier;
import ballast.memory.index.MatchMaker;
import ballast.memory.index.TextComparer;
import ballast.memory.store.Database;
import ballast.memory.store.DocumentReader;
import ballast.memory.store.HistoryReader;
import ballast.memory.store.PinReader;
import ballast.memory.store.RecordedBeads;
import ballast.memory.store.RevisionWriter;
import ballast.memory.store.StorableTexts;
import ballast.memory.store.Transactions;
import ballast.memory.store.UnitPages;
import ballast.memory.store.UnitReader;
import ballast.memory.store.UnitRows;
import ballast.memory.store.UnitStatisticsReader;
import ballast.memory.store.UnitWriter;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A translation memory in a database, whose engine it does not know. */
public final class SqlMemory implements Memory {

  private final Database database;
  private final UnaryOperator<RuntimeException> diagnosis;
  private final EngineChecks checks;
  private final Transactions transactions;
  private final FuzzyIndex index;
  private final IndexUpkeep upkeep;
  private final UnitRows rows;
  private final TextComparer comparer = new TextComparer();

  /**
   * A memory.
   *
   * @param database with the current tables; closed with this memory
   * @param clock tells when a command runs
   * @param diagnosis gives the exception to throw for one that work on the database has thrown
   * @param checks those of the engine
   */
  public SqlMemory(
      Database database,
      InstantSource clock,
      UnaryOperator<RuntimeException> diagnosis,
      EngineChecks checks) {
    this.checks = checks;
    this.database = database;
    this.diagnosis = diagnosis;
    this.index = new FuzzyIndex(database);
    this.upkeep = new IndexUpkeep(database, index, diagnosis);
    this.transactions = new Transactions(database, clock, upkeep::keepUp, diagnosis);
    this.rows = new UnitRows(database.engine());
  }

  @Override
  public List<RevisionSummary> addRevisions(
      List<NewRevision> revisions, Consumer<List<Unit>> beforeCommit) {
    revisions.forEach(StorableTexts::require);
    return transactions.write(
        () -> new RevisionWriter(database).addAll(revisions, transactions.now(), beforeCommit));
  }

  @Override
  public void importUnits(ImportOptions options, Consumer<UnitImport> source) {
    transactions.requireWritable();
    transactions.require(TeamRight.IMPORT); // not after the reading of a large file
    try {
      new Importing(database, options, transactions::now).run(source, upkeep::keepUp);
    } catch (RuntimeException e) {
      throw diagnosis.apply(e);
    }
  }

  @Override
  public String longestDocumentName() {
    return transactions.decode(new DocumentReader(database)::longestName);
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
  public void setStatus(String uid, Status status, String author) {
    transactions.write(
        () -> {
          new UnitWriter(database).setStatus(uid, status, author, transactions.now());
          return status;
        });
  }

  @Override
  public boolean isBlank() {
    return transactions.decode(() -> new DocumentReader(database).isBlank());
  }

  @Override
  public long unitCount() {
    return transactions.decode(new DocumentReader(database)::unitCount);
  }

  @Override
  public List<DocumentSummary> documents() {
    return transactions.decode(() -> new DocumentReader(database).documents());
  }

  @Override
  public List<Lang> sourceLanguages() {
    return transactions.decode(() -> new DocumentReader(database).sourceLanguages());
  }

  @Override
  public Statistics statistics() {
    return transactions.decode(() -> new DocumentReader(database).statistics());
  }

  @Override
  public void forEachUnit(UnitFilter filter, Consumer<Unit> action) {
    transactions.read(
        () -> {
          new UnitReader(database).forEach(filter, action);
          return filter;
        });
  }

  @Override
  public List<Unit> units(UnitFilter filter, String after, int limit) {
    return transactions.decode(() -> new UnitPages(database).read(filter, after, limit));
  }

  @Override
  public List<Unit> exact(String text, Side side, UnitFilter filter) {
    return transactions.decodeAgain(() -> new UnitReader(database).exact(text, side, filter));
  }

  @Override
  public List<Match> search(FuzzyQuery query) {
    return transactions.decodeAgain(
        () ->
            new MatchMaker(database, rows, comparer, query)
                .matches(
                    index.find(
                        query.text(), query.side(), query.measures(), query.limits().minScore())));
  }

  @Override
  public Concordance concordance(ConcordanceQuery query) {
    return transactions.decode(() -> new ConcordanceSearch(database, index, query).find());
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
  public boolean isEdited(String uid) {
    return transactions.decode(() -> new HistoryReader(database).isEdited(uid));
  }

  @Override
  public List<RevisionInfo> revisions(String document) {
    return transactions.decode(() -> new DocumentReader(database).revisions(document));
  }

  @Override
  public List<PinnedBead> pins(String document) {
    return transactions.decode(() -> new PinReader(database).inForce(document));
  }

  @Override
  public List<Bead> beads(String document) {
    return transactions.decode(() -> new RecordedBeads(database).of(document));
  }

  @Override
  public Optional<RevisionInfo> latestRevision(String document) {
    return transactions.decode(() -> new DocumentReader(database).latestRevision(document));
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
        () -> new IndexVerifier(database, index, progress).problems(searches));
  }

  @Override
  public void rebuildIndex() {
    transactions.requireWritable();
    upkeep.rebuild();
  }

  @Override
  public void close() {
    index.close();
    try {
      database.close();
    } catch (SQLException e) {
      throw database.engine().failure(e, "close");
    }
  }

  /** What searching costs, for tests that count it. */
  public FuzzyIndex index() {
    return index;
  }

  /** For tests that count or that make the disk full. */
  public Database database() {
    return database;
  }
}
