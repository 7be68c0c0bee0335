package ballast.memory;

import ballast.bitext.Bead;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.LooseText;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.Statistics.UnitStatistics;
import ballast.memory.UnitImport.ImportOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A translation memory: the units of aligned documents, with every earlier revision.
 *
 * <p>Every method answers from one consistent state and throws {@link InputException} if the file
 * cannot be read or written. A method that writes does all of its work or nothing. Methods that
 * write throw {@link IllegalStateException} on a memory opened for reading. A memory is used by one
 * thread at a time; several processes may use the same file, any number of readers next to one
 * writer.
 */
public interface Memory extends AutoCloseable {

  /**
   * Records the result of aligning a document: as a new revision if the text of a side has changed,
   * otherwise as history of the present one. Units keep their identity if the new units correspond
   * to them; {@link Revision.Summary} lists the possible outcomes. If both files, all units and all
   * pins are as before, only the new settings are recorded.
   *
   * @throws InputException if the document is in the memory with other languages, or a text cannot
   *     be stored
   */
  default Revision.Summary addRevision(DocumentChange revision) {
    return addRevisions(List.of(revision), units -> {}).get(0);
  }

  /**
   * Records several documents as {@link #addRevision} does, all or none of them.
   *
   * @param beforeCommit receives the {@link UnitFilter#OFFERED} units of these documents as they
   *     will be recorded, in export order, after all writes and before the commit; if it throws,
   *     nothing is recorded
   * @return the results, in the order of {@code revisions}
   */
  List<Revision.Summary> addRevisions(
      List<DocumentChange> revisions, Consumer<List<Unit>> beforeCommit);

  /**
   * Records what an editor did to the units of a document, as history of its present revision. The
   * files stay the same, and the editor knows which unit each bead continues, so nothing is
   * matched. Only the pairing of a unit counts: one that is made is a draft, others keep their
   * status.
   *
   * @param before the document as the editor had it
   * @return the document after it; empty if it has changed since: then nothing is recorded
   * @throws InputException if a text cannot be stored
   */
  Optional<Revision> apply(Revision before, DocumentChange change);

  /** Returns the document name with the most bytes in UTF-8, or an empty name if there is none. */
  String longestDocumentName();

  /**
   * Copies the whole content of another memory: units with their ids, revisions, history and pinned
   * beads. Builds the index again.
   *
   * @return number of units copied
   * @throws InputException if this memory is not empty
   */
  long copyFrom(Memory other);

  /**
   * Imports the units of a file, all of them or none.
   *
   * <p>A unit is already in the memory if one that is not retired has the same languages and, as
   * {@link #exact} compares them, the same texts. That unit keeps its texts and gains the
   * properties, notes and neighbours that only the file has. If it is a draft and the file's unit
   * has been judged, it takes that status. {@link UnitImport.OnDuplicate} decides about source
   * texts that the memory has with another translation. All other units are added. Units of the
   * same file are compared with each other in the same way. Imported units belong to no revision of
   * a document, whatever document they name.
   *
   * @param source passes each unit of the file to the {@link UnitImport} that it receives; if it
   *     throws, nothing is recorded
   */
  void importUnits(ImportOptions options, Consumer<UnitImport> source);

  /** Returns the documents, by name in code point order. */
  List<DocumentSummary> documents();

  /** Returns the languages of source texts, by tag; may read every unit. */
  List<Lang> sourceLanguages();

  /** Counts over the whole memory; reads every unit. */
  Statistics statistics();

  /**
   * Passes every unit that the filter admits to {@code action}, one at a time, in export order.
   * That is by document name in code point order. Within a document it is by position in the latest
   * revision, then its retired units by id. Units without a revision, such as imported ones, follow
   * by the document they name and by id, with those without a document at the very end. The order
   * is the same for the same memory.
   *
   * @param action may read from this memory, but not write to it
   */
  void forEachUnit(UnitFilter filter, Consumer<Unit> action);

  /**
   * Returns one page of the units that the filter admits, in the order of {@link #forEachUnit}.
   * Retired units are not included. Reads no more than necessary.
   *
   * @param filter without unit ids
   * @param after id of the last unit of the previous page; empty for the first page
   * @param limit at least 1
   * @throws InputException if there is no unit {@code after}
   */
  List<Unit> units(UnitFilter filter, String after, int limit);

  /**
   * Returns the units whose text equals {@code text} except for white space and width. Every run of
   * white space counts as one space, none at the ends, and full-width forms count as the ordinary
   * characters ({@code Ａ１，} as {@code A1,}). Case and punctuation count. Approved units come first,
   * then drafts, then rejected units; within these by latest change, then by id.
   *
   * @param side the text of the units to compare
   */
  List<Unit> exact(String text, Side side, UnitFilter filter);

  /**
   * Returns the units whose text is similar to the query's, best first: by score, then by
   * similarity, approved before draft, the most recently changed first, then by id. The search is
   * exhaustive: up to the limit, it finds every unit of at least the query's similarity. Penalties
   * lower the score but hide no unit.
   *
   * @throws InputException if the text has more than {@link ballast.likeness.Score#MAX_SYMBOLS}
   *     symbols
   */
  List<Match> search(FuzzyQuery query);

  /** Finds a phrase in the texts of units. Counts all occurrences, whatever the limit. */
  Concordance concordance(Concordance.Query query);

  /**
   * Passes the units that may serve as translation examples to {@code action}, one at a time: those
   * that are approved, or confirmed as pairs and not rejected, and neither retired nor deleted. The
   * most recently changed come first, then by id.
   *
   * @param limit maximum number of units
   * @param action may read from this memory, but not write to it
   */
  void forEachExample(int limit, Consumer<Unit> action);

  /**
   * Returns the history of a document's units, or of one unit, oldest first.
   *
   * @param documentOrUid a document's name or a unit's id; a document's name wins
   * @throws InputException if there is neither such a document nor such a unit
   */
  List<HistoryEntry> history(String documentOrUid);

  /** Returns all comments on units, oldest first, without undone ones. */
  Comments comments();

  /**
   * Returns the ids of units, retired and deleted ones too, in ascending order.
   *
   * @param beginning their first characters
   * @param limit maximum number; at least 1
   */
  List<String> unitIds(String beginning, int limit);

  /**
   * Returns whether a command other than an alignment changed a text of a unit. If {@code tm
   * compact} has removed the unit's history, any change since its creation counts as an edit.
   *
   * @param uid a unit's id; the result is false if there is none
   */
  boolean isEdited(String uid);

  /**
   * Returns the documents with an edited unit ({@link #isEdited}) that was changed after their
   * latest revision. The most recently changed document comes first.
   */
  List<String> editedDocuments();

  /**
   * Returns the ids of the edited units ({@link #isEdited}) of a document that were changed after
   * its latest revision; empty if there are none, or no such document.
   */
  Set<String> editedUnits(String document);

  /**
   * Returns the revisions of a document, oldest first, without those that were undone.
   *
   * @throws InputException if there is no such document
   */
  List<Revision> revisions(String document);

  /**
   * Returns the pinned beads in force in a document, in document order; empty if there are none, or
   * no such document.
   */
  List<PinnedBead> pins(String document);

  /** Returns the beads of a document's latest revision as recorded; empty if unknown. */
  List<Bead> beads(String document);

  /**
   * Returns the texts of the latest revisions that are in no unit, by document, bead and kind.
   *
   * @param documents names of documents; empty for all
   */
  List<LooseText> looseTexts(Set<String> documents);

  /** Returns the latest revision of a document; empty if there is no such document. */
  Optional<Revision> latestRevision(String document);

  /**
   * Returns the latest revision of a document.
   *
   * @throws InputException if there is no such document
   */
  default Revision requireRevision(String document) {
    return latestRevision(document)
        .orElseThrow(
            () ->
                new InputException(
                    "no document \"" + document + "\" in the memory",
                    "ballast tm list shows the documents"));
  }

  /** Returns the files that documents were aligned from, the latest last. */
  List<Revision.Origin> origins();

  /**
   * Returns the units of a revision in document order, without later edits of their texts: texts,
   * inline codes, status, author and dates of that time. Pairs are as they were moved last.
   *
   * @param revision counted from 1
   * @throws InputException if there is no such document or revision
   */
  List<Unit> unitsAt(String document, int revision);

  /** Returns whether no command has ever written to this memory. */
  boolean isBlank();

  /** Returns the number of units that are neither retired nor deleted; reads none of them. */
  long unitCount();

  /** Computes statistics of the units that the filter admits; reads each of them once. */
  UnitStatistics unitStatistics(UnitFilter filter);

  /**
   * Passes every text with more than one counterpart to {@code action}, in export order of its
   * first unit.
   *
   * @param filter units to consider; without a status, only {@link UnitFilter#OFFERED} units
   * @param side {@code SOURCE} for sources with several translations, {@code TARGET} for
   *     translations of several sources
   */
  void forEachInconsistency(UnitFilter filter, Side side, Consumer<Inconsistency> action);

  /** Returns the editing operations on this memory; usable until the memory is closed. */
  default MemoryCare care() {
    return care(() -> {});
  }

  /**
   * Returns the editing operations, with progress.
   *
   * @param looked called for every unit examined; {@link MemoryCare#dedupe} examines each of them
   *     twice
   */
  MemoryCare care(Runnable looked);

  /**
   * Describes the damage to the file; empty when it is sound. Never throws because of damage: a
   * check that cannot run is reported as a problem.
   */
  List<String> verify();

  /**
   * Compares the index with the units and describes the differences; empty when it is sound.
   * Searches for about {@code searches} texts of units and compares the results of the index with a
   * full comparison of every unit.
   */
  List<String> verifyIndex(int searches, UnitProgress progress);

  default List<String> verifyIndex(int searches) {
    return verifyIndex(searches, UnitProgress.NONE);
  }

  void rebuildIndex();

  @Override
  void close();

  /** Receives the progress of a long reading of a memory. */
  public interface UnitProgress {

    /** Ignores progress. */
    UnitProgress NONE =
        new UnitProgress() {
          @Override
          public void expect(long pieces) {}

          @Override
          public void one() {}
        };

    /**
     * Called when a reading begins.
     *
     * @param pieces approximate number of pieces; 0 if unknown
     */
    void expect(long pieces);

    /** Called after each piece. */
    void one();
  }
}
