package ballast.memory;

import ballast.bitext.Bead;
import ballast.bitext.InputException;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.memory.Statistics.UnitStatistics;
import ballast.memory.UnitImport.ImportOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A translation memory: the units of aligned documents, with every earlier revision.
 *
 * <p>Every method answers from one consistent state and throws {@link InputException} when the file
 * cannot be read or written; a method that writes does all of its work or nothing. Methods that
 * write throw {@link IllegalStateException} on a memory opened for reading. A memory is used by one
 * thread at a time; several processes may use the same file, any number of readers beside one
 * writer.
 */
public interface Memory extends AutoCloseable {

  /**
   * Records the result of aligning a document. Units of the previous revision keep their identity
   * where the new units correspond to them; see {@link Revision.Summary} for what can become of a
   * unit. When both files, all units and all pins are as in the previous revision, no revision is
   * made; the previous one takes over the settings.
   *
   * @throws InputException if the document is in the memory with other languages, or a text cannot
   *     be stored
   */
  default Revision.Summary addRevision(Revision.New revision) {
    return addRevisions(List.of(revision), units -> {}).get(0);
  }

  /**
   * As {@link #addRevision} for several documents, all or none of them.
   *
   * @param beforeCommit gets the units of these documents as they will be recorded, those that are
   *     {@link UnitFilter#OFFERED}, in export order, when all is written and nothing committed yet;
   *     if it throws, nothing is recorded
   * @return what was done, in the order of {@code revisions}
   */
  List<Revision.Summary> addRevisions(
      List<Revision.New> revisions, Consumer<List<Unit>> beforeCommit);

  /** The name of a document that takes most bytes in UTF-8; empty if there is none. */
  String longestDocumentName();

  /**
   * Takes over everything that another memory holds: units with their ids, revisions, history and
   * set beads. The index is made anew.
   *
   * @return how many units it has taken over
   * @throws InputException if this memory is not empty
   */
  long copyFrom(Memory other);

  /**
   * Takes the units of a file, all of them or none.
   *
   * <p>The memory has a unit already when one that is not retired has the same languages and the
   * same texts as {@link #exact} compares them. That unit then keeps its texts, gains the
   * properties, notes and neighbours that only the file has, and, if it is a draft and somebody has
   * judged the file's unit, takes over that status. {@link UnitImport.OnDuplicate} says what
   * happens when the memory has the source text with another translation; every other unit is
   * added. Units of the same file are compared with each other in the same way. The units belong to
   * no revision of a document, whatever document they name.
   *
   * @param source passes each unit of the file to the {@link UnitImport} it is given; if it throws,
   *     nothing is recorded
   */
  void importUnits(ImportOptions options, Consumer<UnitImport> source);

  /**
   * Records a person's judgement of a unit. Does nothing if the unit has that status already.
   *
   * @param uid the unit's id
   * @param author who judges; empty when unknown
   * @throws InputException if there is no such unit
   */
  void setStatus(String uid, Unit.Status status, String author);

  /** The documents, by name in code point order. */
  List<DocumentSummary> documents();

  /** The languages of source texts, by tag; may read every unit. */
  List<Lang> sourceLanguages();

  /** Counts over the whole memory; reads every unit. */
  Statistics statistics();

  /**
   * Gives every unit that passes the filter to {@code action}, one at a time, in export order: by
   * document name in code point order, within a document by place in the latest revision, then its
   * retired units by id. Units that belong to no revision, such as imported ones, come last, by the
   * document they name and by id; those without a document are at the very end. The same memory
   * always gives the same order.
   *
   * @param action may read from this memory, but not write to it
   */
  void forEachUnit(UnitFilter filter, Consumer<Unit> action);

  /**
   * Some of the units that pass the filter, in the order of {@link #forEachUnit}, for a list that
   * is shown page by page. Retired units are never among them. Reads no more than it has to.
   *
   * @param filter without ids of units
   * @param after the id of the unit before the first of them; empty for the beginning
   * @param limit how many at most, at least 1
   * @throws InputException if there is no unit {@code after}
   */
  List<Unit> units(UnitFilter filter, String after, int limit);

  /**
   * The units whose text equals {@code text} except for white space and width: every stretch of
   * white space counts as one space, none at the ends, and full-width forms count as the ordinary
   * characters ({@code Ａ１，} as {@code A1,}). Case and punctuation count. Approved units first, then
   * drafts, then rejected ones; of those the last changed first, then by id.
   *
   * @param side which text of the units is meant
   */
  List<Unit> exact(String text, Side side, UnitFilter filter);

  /**
   * The units whose text is similar to the query's, best first: by score, then by similarity,
   * approved before draft, the most recently changed first, then by id. The search is exhaustive:
   * up to the limit, it finds every unit of at least the query's similarity. Penalties lower the
   * score but hide no unit.
   *
   * @throws InputException if the text has more than {@link ballast.likeness.Score#MAX_SYMBOLS}
   *     symbols
   */
  List<Match> search(FuzzyQuery query);

  /** Finds a phrase in the texts of units. All occurrences are counted, whatever the limit. */
  Concordance concordance(Concordance.Query query);

  /**
   * Gives the units that may serve as examples of translation to {@code action}, one at a time: the
   * approved ones that are neither retired nor deleted. The most recently changed come first, then
   * by id.
   *
   * @param limit how many at most
   * @param action may read from this memory, but not write to it
   */
  void forEachExample(int limit, Consumer<Unit> action);

  /**
   * The history of a document's units, or of one unit, oldest first.
   *
   * @param documentOrUid a document's name or a unit's id; a document's name wins
   * @throws InputException if there is neither such a document nor such a unit
   */
  List<HistoryEntry> history(String documentOrUid);

  /**
   * Whether a text of a unit was changed by a command other than an alignment. When {@code tm
   * compact} has removed its history nobody knows; then a unit that was changed in any way since it
   * was made counts as edited.
   *
   * @param uid a unit's id; false if there is none
   */
  boolean isEdited(String uid);

  /**
   * The revisions of a document, oldest first.
   *
   * @throws InputException if there is no such document
   */
  List<Revision> revisions(String document);

  /**
   * The beads that persons have set in a document and that are in force, in document order; empty
   * when there are none, or no such document.
   */
  List<PinnedBead> pins(String document);

  /**
   * The beads of the latest revision of a document, as they were recorded; empty when they are not
   * known.
   */
  List<Bead> beads(String document);

  /** The latest revision of a document; empty when there is no such document. */
  Optional<Revision> latestRevision(String document);

  /**
   * The units as they were right after a revision, in document order: texts, inline codes, status,
   * author and dates of that time. The confidence is the last one recorded for those texts.
   *
   * @param revision counted from 1
   * @throws InputException if there is no such document or revision
   */
  List<Unit> unitsAt(String document, int revision);

  /** Whether no command has ever written to it. */
  boolean isBlank();

  /** How many units are neither retired nor deleted; reads none of them. */
  long unitCount();

  /** Statistics of some of the units; reads each of them once. */
  UnitStatistics unitStatistics(UnitFilter filter);

  /**
   * Gives every text that has more than one counterpart to {@code action}, in export order of the
   * first unit with it.
   *
   * @param filter which units count; if it names no status, only those that are {@link
   *     UnitFilter#OFFERED}
   * @param side {@code SOURCE} for sources with several translations, {@code TARGET} for
   *     translations of several sources
   */
  void forEachInconsistency(UnitFilter filter, Side side, Consumer<Inconsistency> action);

  /** Editing operations on this memory; usable until the memory is closed. */
  default MemoryCare care() {
    return care(() -> {});
  }

  /**
   * The same for a caller who wants to know how far they are.
   *
   * @param looked called for every unit that is looked at; {@link MemoryCare#dedupe} looks at each
   *     of them twice
   */
  MemoryCare care(Runnable looked);

  /**
   * Describes what is wrong with the file; empty when it is sound. Never throws because of damage:
   * a check that cannot run is reported as a problem.
   */
  List<String> verify();

  /**
   * Compares the index with the units and describes what is wrong; empty when it is sound. Searches
   * for about {@code searches} texts of units and compares the results of the index with those of
   * comparing every unit.
   *
   * @param progress is told how far it is
   */
  List<String> verifyIndex(int searches, UnitProgress progress);

  /** The same for a caller who does not want to know how far it is. */
  default List<String> verifyIndex(int searches) {
    return verifyIndex(searches, UnitProgress.NONE);
  }

  /** Rebuilds the index from the units' texts. */
  void rebuildIndex();

  @Override
  void close();

  /** Is told how far a long reading of a memory is. */
  public interface UnitProgress {

    /** Takes no note of it. */
    UnitProgress NONE =
        new UnitProgress() {
          @Override
          public void expect(long pieces) {}

          @Override
          public void one() {}
        };

    /**
     * A reading begins.
     *
     * @param pieces how many there are about; 0 if that is not known
     */
    void expect(long pieces);

    /** One more piece has been read. */
    void one();
  }
}
