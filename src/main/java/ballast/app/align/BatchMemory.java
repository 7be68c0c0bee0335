package ballast.app.align;

import ballast.app.NewMemory;
import ballast.app.Notices;
import ballast.app.Workplace;
import ballast.app.align.AlignmentSink.RecordedUnits;
import ballast.bitext.Excerpt;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.glossary.Concept;
import ballast.memory.DocumentChange;
import ballast.memory.DocumentSummary;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.Revision;
import ballast.memory.TeamRight;
import ballast.memory.UnitFilter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The memory during a run over documents. Each document is recorded in its own transaction. Not
 * thread-safe.
 */
public final class BatchMemory implements RecordedUnits, AutoCloseable {

  /** Replaced edits that are named one by one. */
  private static final int MAX_NAMED = 3;

  private static final int MAX_SHOWN = 40;

  private final Workplace workplace;
  private final Recording recording;
  private final Notices notices;
  private final boolean isOurs;
  private final Set<String> documents = new HashSet<>();
  private @Nullable Memory memory;
  private boolean isUnannounced;

  /** Uses the memory of {@code recording}, opening it later. */
  BatchMemory(Workplace workplace, Recording recording, Notices notices) {
    this.workplace = workplace;
    this.recording = recording;
    this.notices = notices;
    this.isOurs = true;
  }

  /** Uses an open memory, which stays open, as {@code recording} specifies. */
  BatchMemory(Workplace workplace, Recording recording, Notices notices, Memory memory) {
    this.workplace = workplace;
    this.recording = recording;
    this.notices = notices;
    this.isOurs = false;
    this.memory = memory;
  }

  /** Returns the renderings of these concepts and, if it exists, of the memory. */
  KnownRenderings known(List<Concept> concepts) {
    MemoryStore store = recording.memory();
    if (store != null && recording.dryRun()) {
      store.require(TeamRight.WRITE);
    }
    return store != null && store.exists()
        ? knownOfExisting(concepts)
        : KnownRenderings.of(concepts, memory);
  }

  /** Does the same as {@link #known}, but requires the memory to exist. */
  KnownRenderings knownOfExisting(List<Concept> concepts) {
    MemoryStore store = recording.memory();
    return KnownRenderings.of(concepts, memory == null && store != null ? open(store) : memory);
  }

  /**
   * Creates the memory for several articles, so that obstacles are found before the first is
   * aligned. For a single article it is created after aligning.
   */
  void make() {
    MemoryStore store = recording.memory();
    if (memory == null && store != null && writes()) {
      open(store);
    }
  }

  private Memory open(MemoryStore store) {
    boolean existed = store.exists();
    Memory opened =
        writes()
            ? store.openForWriting(WriteOptions.at(workplace.clock()))
            : store.openForReading();
    memory = opened;
    isUnannounced = writes() && NewMemory.is(store, existed, opened);
    if (!existed) {
      announce(store);
    }
    return opened;
  }

  private void announce(MemoryStore store) {
    if (isUnannounced) {
      isUnannounced = false;
      notices.madeMemory(workplace.shown(store));
    }
  }

  boolean writes() {
    return (recording.memory() != null || !isOurs) && !recording.dryRun();
  }

  /** Whether articles already in the memory are aligned again. */
  boolean again() {
    return recording.again();
  }

  boolean refuses(AlignedText text) {
    return !recording.unrelated() && text.looksUnrelated();
  }

  Optional<Revision> latest(String document) {
    return memory == null ? Optional.empty() : memory.latestRevision(document);
  }

  ArticlePins.PinnedBeads beads(String document) {
    return new ArticlePins.PinnedBeads(
        memory == null ? List.of() : memory.pins(document), recording.discardsBeads());
  }

  /** Returns the pairs of a revision, unless its document is to be aligned afresh. */
  LastRevision last(@Nullable Revision latest) {
    return memory == null || latest == null || recording.again() || recording.discardsBeads()
        ? LastRevision.NONE
        : LastRevision.of(memory, latest);
  }

  /** Notes that the memory's revision of a document is up to date. */
  void finished(String document) {
    documents.add(document);
  }

  /**
   * @param beforeCommit receives its units as they will be recorded; if it throws, nothing is
   *     recorded
   */
  Revision.Summary record(DocumentChange revision, Consumer<List<Unit>> beforeCommit) {
    Memory into = memory;
    if (into == null) {
      MemoryStore store = recording.memory();
      if (store == null) {
        throw new IllegalStateException("there is no memory to record in");
      }
      into = open(store);
    }
    Map<String, String> edited = targets(into, into.editedUnits(revision.document()));
    Revision.Summary summary = into.addRevisions(List.of(revision), beforeCommit).get(0);
    documents.add(revision.document());
    warnReplaced(into, revision.document(), edited);
    MemoryStore store = recording.memory();
    if (store != null) {
      announce(store);
    }
    return summary;
  }

  /** Names the edits of translations that the text of the file has replaced. */
  private void warnReplaced(Memory memory, String document, Map<String, String> edited) {
    Map<String, String> now = targets(memory, edited.keySet());
    List<String> replaced =
        edited.entrySet().stream()
            .filter(unit -> !unit.getValue().equals(now.get(unit.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    for (String id : replaced.subList(0, Math.min(MAX_NAMED, replaced.size()))) {
      notices.warn(
          "%s: the text of the file has replaced an edit made in the memory: \"%s\" (unit %s);"
              + " `ballast apply` writes edits into the file before it is aligned",
          document, Excerpt.of(edited.getOrDefault(id, ""), MAX_SHOWN), id);
    }
    if (replaced.size() > MAX_NAMED) {
      notices.warn(
          "%s: %d more edits made in the memory were replaced",
          document, replaced.size() - MAX_NAMED);
    }
  }

  /** Returns the translations of the units that are still there, by id, in document order. */
  private static Map<String, String> targets(Memory memory, Set<String> ids) {
    Map<String, String> targets = new LinkedHashMap<>();
    if (!ids.isEmpty()) {
      memory.forEachUnit(
          UnitFilter.CURRENT.named(ids), unit -> targets.put(unit.id(), unit.target()));
    }
    return targets;
  }

  @Override
  public @Nullable Lang sourceLang() {
    if (memory == null) {
      return null;
    }
    List<Lang> languages =
        memory.documents().stream()
            .filter(document -> documents.contains(document.name()))
            .map(DocumentSummary::sourceLang)
            .distinct()
            .toList();
    return languages.size() == 1 ? languages.get(0) : null;
  }

  @Override
  public void forEach(Consumer<Unit> action) {
    if (memory != null && writes() && !documents.isEmpty()) {
      memory.forEachUnit(UnitFilter.OFFERED.inDocuments(documents), action);
    }
  }

  @Override
  public void close() {
    if (memory != null && isOurs) {
      memory.close();
      memory = null;
    }
  }

  /**
   * How a memory is used while aligning. It provides evidence and records the results. Articles
   * already in it, from the same files with the same settings, are skipped.
   *
   * @param memory need not exist; null: no memory
   * @param again whether to align and record again articles already in it, restoring their deleted
   *     units
   * @param unrelated whether to accept texts that do not look like translations of each other
   * @param discardsBeads whether to drop the beads set by people in the articles
   */
  public record Recording(
      @Nullable MemoryStore memory,
      boolean again,
      boolean dryRun,
      boolean unrelated,
      boolean discardsBeads) {

    public static final Recording NONE = new Recording(null, false, false, false);

    public Recording(
        @Nullable MemoryStore memory, boolean again, boolean dryRun, boolean unrelated) {
      this(memory, again, dryRun, unrelated, false);
    }

    /** Records in this memory, which is created if it does not exist. */
    public static Recording in(MemoryStore memory) {
      return new Recording(memory, false, false, false);
    }

    public boolean writes() {
      return memory != null && !dryRun;
    }
  }
}
