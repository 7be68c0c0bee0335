package ballast.cli;

import ballast.bitext.Bead;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.Concordance;
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
import ballast.memory.UnitFilter;
import ballast.memory.UnitImport;
import ballast.memory.UnitImport.ImportOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A memory whose process dies right after a number of commits. */
public final class DyingMemory implements Memory {

  public static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final Memory memory;
  private int commits;

  public DyingMemory(Memory memory, int commits) {
    this.memory = memory;
    this.commits = commits;
  }

  @Override
  public String longestDocumentName() {
    return memory.longestDocumentName();
  }

  @Override
  public long copyFrom(Memory other) {
    return memory.copyFrom(other);
  }

  @Override
  public List<Revision.Summary> addRevisions(
      List<Revision.New> revisions, Consumer<List<Unit>> beforeCommit) {
    List<Revision.Summary> summaries = memory.addRevisions(revisions, beforeCommit);
    commits--;
    if (commits == 0) {
      throw new Death();
    }
    return summaries;
  }

  @Override
  public UnitStatistics unitStatistics(UnitFilter filter) {
    return memory.unitStatistics(filter);
  }

  @Override
  public void forEachInconsistency(UnitFilter filter, Side side, Consumer<Inconsistency> action) {
    memory.forEachInconsistency(filter, side, action);
  }

  @Override
  public List<PinnedBead> pins(String document) {
    return memory.pins(document);
  }

  @Override
  public List<Bead> beads(String document) {
    return memory.beads(document);
  }

  @Override
  public MemoryCare care(Runnable looked) {
    return memory.care(looked);
  }

  @Override
  public void importUnits(ImportOptions options, Consumer<UnitImport> source) {
    memory.importUnits(options, source);
  }

  @Override
  public void setStatus(String uid, Unit.Status status, String author) {
    memory.setStatus(uid, status, author);
  }

  @Override
  public long unitCount() {
    return memory.unitCount();
  }

  @Override
  public List<DocumentSummary> documents() {
    return memory.documents();
  }

  @Override
  public List<Lang> sourceLanguages() {
    return memory.sourceLanguages();
  }

  @Override
  public Statistics statistics() {
    return memory.statistics();
  }

  @Override
  public void forEachUnit(UnitFilter filter, Consumer<Unit> action) {
    memory.forEachUnit(filter, action);
  }

  @Override
  public List<Unit> units(UnitFilter filter, String after, int limit) {
    return memory.units(filter, after, limit);
  }

  @Override
  public List<Unit> exact(String text, Side side, UnitFilter filter) {
    return memory.exact(text, side, filter);
  }

  @Override
  public List<Match> search(FuzzyQuery query) {
    return memory.search(query);
  }

  @Override
  public Concordance concordance(Concordance.Query query) {
    return memory.concordance(query);
  }

  @Override
  public boolean isBlank() {
    return memory.isBlank();
  }

  @Override
  public List<String> verifyIndex(int searches, UnitProgress progress) {
    return memory.verifyIndex(searches, progress);
  }

  @Override
  public void rebuildIndex() {
    memory.rebuildIndex();
  }

  @Override
  public void forEachExample(int limit, Consumer<Unit> action) {
    memory.forEachExample(limit, action);
  }

  @Override
  public List<HistoryEntry> history(String documentOrUid) {
    return memory.history(documentOrUid);
  }

  @Override
  public boolean isEdited(String uid) {
    return memory.isEdited(uid);
  }

  @Override
  public List<Revision> revisions(String document) {
    return memory.revisions(document);
  }

  @Override
  public Optional<Revision> latestRevision(String document) {
    return memory.latestRevision(document);
  }

  @Override
  public List<Unit> unitsAt(String document, int revision) {
    return memory.unitsAt(document, revision);
  }

  @Override
  public List<String> verify() {
    return memory.verify();
  }

  @Override
  public void close() {
    memory.close();
  }
}
