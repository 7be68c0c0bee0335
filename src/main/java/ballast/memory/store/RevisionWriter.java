package ballast.memory.store;

import ballast.bitext.InputException;
import ballast.bitext.LooseText;
import ballast.bitext.Unit;
import ballast.memory.AbsentUnits;
import ballast.memory.DocumentChange;
import ballast.memory.Memory;
import ballast.memory.PinnedBead;
import ballast.memory.Revision;
import ballast.memory.TextKey;
import ballast.memory.UnitFilter;
import ballast.memory.store.Pins.StoredPin;
import ballast.memory.store.RevisionPlan.Step;
import ballast.memory.store.RevisionSeal.RevisionDigest;
import ballast.memory.store.StoredDocuments.DocumentRow;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Records a revision of a document. Runs inside a transaction. */
public final class RevisionWriter {

  private final Database database;
  private final UnitWriter units;

  public RevisionWriter(Database database) {
    this.database = database;
    this.units = new UnitWriter(database);
  }

  /** See {@link Memory#addRevisions}. */
  public List<Revision.Summary> addAll(
      List<DocumentChange> revisions, Instant at, Consumer<List<Unit>> beforeCommit)
      throws SQLException {
    List<Revision.Summary> summaries = new ArrayList<>();
    Set<String> documents = new HashSet<>();
    for (DocumentChange revision : revisions) {
      documents.add(revision.document());
      summaries.add(add(revision, at));
    }
    List<Unit> units = new ArrayList<>();
    if (!documents.isEmpty()) {
      new UnitReader(database)
          .forEachOfRevisions(UnitFilter.OFFERED.inDocuments(documents), units::add);
    }
    beforeCommit.accept(units);
    return summaries;
  }

  /** See {@link Memory#addRevision}. */
  public Revision.Summary add(DocumentChange given, Instant at) throws SQLException {
    requireStorable(given);
    DocumentRow document = DocumentRow.find(database, given.document()).orElse(null);
    long documentId = document == null ? 0 : document.id();
    Pins stored = new Pins(database);
    DocumentChange revision = given.withPins(stored.signed(given.pins(), documentId));
    Revision latest =
        document == null
            ? null
            : new StoredDocuments(database).latestRevision(document).orElse(null);
    List<StoredUnit> before = StoredUnit.ofDocument(database, documentId);
    if (document != null && !before.isEmpty()) {
      requireSameLanguages(document, revision);
    }
    List<StoredPin> pins = stored.inForce(documentId);
    RevisionPlan plan =
        RevisionPlan.of(
            before, revision, retired(documentId), confirmed(revision.units(), revision.pins()));
    boolean isSameFile =
        latest != null && haveSameHashes(revision.run().files(), latest.run().files());
    boolean isSame =
        isSameFile
            && plan.changesNothing()
            && pins.stream().map(StoredPin::bead).toList().equals(revision.pins());
    int previous = latest == null ? 0 : latest.number();
    int number = previous;
    long row =
        isSame ? database.number("SELECT max(id) FROM revision WHERE document = ?", documentId) : 0;
    if (isSame && !plan.changesConfidences() && new RecordedBeads(database).has(row, revision)) {
      keepSettings(row, revision.run().settings());
    } else {
      number = isSameFile || isSameText(plan, revision.run(), latest) ? previous : next(documentId);
      write(revision, plan, pins, documentId, number, at);
    }
    return plan.summary(
        revision.document(),
        number,
        previous,
        !isSame,
        plan.hasAbsent() ? new AbsentReader(database).of(documentId) : AbsentUnits.NONE,
        isSame ? new TreeMap<>() : unrepresented(plan, revision.document()));
  }

  /** Whether the text of no side has changed, only the bytes of a file. */
  private static boolean isSameText(
      RevisionPlan plan, Revision.Run run, @Nullable Revision latest) {
    return latest != null && plan.changesNothing() && run.counts().equals(latest.run().counts());
  }

  private int next(long document) throws SQLException {
    String query = "SELECT COALESCE(max(number), 0) + 1 FROM revision WHERE document = ?";
    return (int) database.number(query, document);
  }

  private static boolean haveSameHashes(Revision.Files files, Revision.Files others) {
    return files.haveHashes(others.source().sha256(), others.target().sha256());
  }

  /** See {@link Memory#apply}. Returns false if the document has changed meanwhile. */
  public boolean apply(Revision before, DocumentChange given, Instant at) throws SQLException {
    requireStorable(given);
    DocumentRow row = DocumentRow.require(database, given.document());
    Revision latest = new StoredDocuments(database).latestRevision(row).orElseThrow();
    if (latest.number() != before.number() || latest.step() != before.step()) {
      return false;
    }
    long document = row.id();
    Pins stored = new Pins(database);
    List<StoredUnit> units = StoredUnit.ofDocument(database, document);
    RevisionPlan plan = RevisionPlan.of(units, given.units(), retired(document));
    DocumentChange signed = given.withPins(stored.signed(given.pins(), document));
    write(signed, plan, stored.inForce(document), document, latest.number(), at);
    return true;
  }

  /** Counts, by other document, the deleted duplicates of units that are now gone. */
  private SortedMap<String, Integer> unrepresented(RevisionPlan plan, String document)
      throws SQLException {
    Set<String> gone = plan.gone();
    if (gone.isEmpty()) {
      return new TreeMap<>();
    }
    SortedMap<String, Integer> lost = new AbsentReader(database).representedBy(gone);
    lost.remove(document);
    return lost;
  }

  private void write(
      DocumentChange given,
      RevisionPlan plan,
      List<StoredPin> pins,
      long known,
      int number,
      Instant at)
      throws SQLException {
    long change = units.addChange(given.deed(), at, given.run().author(), "", 0);
    long from = units.language(given.sourceLang().tag());
    long to = units.language(given.targetLang().tag());
    long document = document(given.document(), known, from, to, change);
    List<String> uids = uids(given, plan);
    long revision = insert(given.run(), document, number, change, digest(given, plan, uids));
    for (StoredUnit unit : plan.retired()) {
      units.write(unit, unit.withRetiredIn(revision), "");
    }
    long nextId = database.number("SELECT COALESCE(max(id), 0) + 1 FROM unit");
    List<Long> beads = new ArrayList<>();
    for (int i = 0; i < uids.size(); i++) {
      Step step = plan.steps().get(i);
      StoredUnit old = step.old();
      StoredUnit now = step.after(old == null ? nextId++ : old.id(), uids.get(i), document, change);
      if (old == null) {
        units.insert(now, from, to, TextKey.stored(now.source(), now.target()));
      } else {
        units.write(old, now, "");
      }
      addEmpty(beads, step.unit().provenance().position() - 1);
      beads.add(now.id());
    }
    addEmpty(beads, given.run().counts().beads());
    new Placements(database).write(beads, document, revision);
    new Pins(database).write(pins, given.pins(), document, revision);
    new RecordedBeads(database).keep(revision, given);
  }

  private static void addEmpty(List<Long> beads, int count) {
    while (beads.size() < count) {
      beads.add(0L);
    }
  }

  private static String digest(DocumentChange given, RevisionPlan plan, List<String> uids) {
    RevisionDigest digest = new RevisionDigest();
    for (int i = 0; i < uids.size(); i++) {
      Step step = plan.steps().get(i);
      digest.add(uids.get(i), step.unit().source(), step.unit().target(), step.codes());
    }
    given.pins().forEach(digest::add);
    return digest.hex();
  }

  /** Returns the ids of all units. New units get ids that no other unit has. */
  private List<String> uids(DocumentChange revision, RevisionPlan plan) throws SQLException {
    Set<String> asked = new HashSet<>();
    Set<String> present = new HashSet<>();
    while (true) {
      Set<String> taken = new HashSet<>(present);
      UnitId ids =
          new UnitId(revision.document(), revision.sourceLang(), revision.targetLang(), taken);
      List<String> uids = new ArrayList<>();
      List<String> unknown = new ArrayList<>();
      for (Step step : plan.steps()) {
        StoredUnit old = step.old();
        String uid = old == null ? ids.next(step.unit().source()) : old.uid();
        uids.add(uid);
        if (old == null) {
          taken.add(uid);
          if (asked.add(uid)) {
            unknown.add(uid);
          }
        }
      }
      if (unknown.isEmpty() || !present.addAll(present(unknown))) {
        return uids;
      }
    }
  }

  private List<String> present(List<String> uids) throws SQLException {
    return database.list(
        "SELECT u.uid FROM %s wanted CROSS JOIN unit u WHERE u.uid = wanted.value"
            .formatted(database.engine().numbers()),
        row -> UnitId.text(row.getLong(1)),
        UnitId.array(uids));
  }

  /** Marks a document as changed, or adds it if it is not known yet; returns its row. */
  private long document(String name, long known, long from, long to, long change)
      throws SQLException {
    if (known != 0) {
      // The languages may change only if no unit with the old ones is left.
      database.update(
          "UPDATE document SET changed_in = ?, source_lang = ?, target_lang = ? WHERE id = ?",
          change,
          from,
          to,
          known);
      return known;
    }
    long id = database.number("SELECT COALESCE(max(id), 0) + 1 FROM document");
    database.update(
        """
        INSERT INTO document (id, name, source_lang, target_lang, changed_in)
        VALUES (?, ?, ?, ?, ?)
        """,
        id,
        name,
        from,
        to,
        change);
    return id;
  }

  private long insert(Revision.Run run, long document, int number, long change, String digest)
      throws SQLException {
    long id = database.number("SELECT COALESCE(max(id), 0) + 1 FROM revision");
    database.update(
        """
        INSERT INTO %s (id, document, number, step, change, source_file, source_sha256,
          target_file, target_sha256, source_sentences, target_sentences, beads, furniture, tool,
          settings, digest)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
            .formatted(database.engine().written("revision")),
        id,
        document,
        number,
        database.number(
            "SELECT COALESCE(max(step) + 1, 0) FROM revision WHERE document = ? AND number = ?",
            document,
            number),
        change,
        run.files().source().name(),
        run.files().source().sha256(),
        run.files().target().name(),
        run.files().target().sha256(),
        run.counts().sourceSentences(),
        run.counts().targetSentences(),
        run.counts().beads(),
        run.counts().furniture(),
        run.toolVersion(),
        run.settings(),
        digest);
    return id;
  }

  /** Stores new settings that gave the same units for the same files. */
  private void keepSettings(long revision, String settings) throws SQLException {
    database.update(
        "UPDATE %s SET settings = ? WHERE id = ? AND settings <> ?"
            .formatted(database.engine().written("revision")),
        settings,
        revision,
        settings);
  }

  private List<StoredUnit> retired(long document) throws SQLException {
    return database.list(
        """
        SELECT %s
        FROM unit u
        WHERE u.document = ? AND u.retired_in IS NOT NULL
        ORDER BY u.retired_in DESC, u.id
        """
            .formatted(StoredUnit.COLUMNS),
        StoredUnit::of,
        document);
  }

  /**
   * @throws InputException if an engine would change a text or could not store it
   */
  private static void requireStorable(DocumentChange revision) {
    require("the author of", revision, TextKey.unstorable(revision.run().author()));
    for (Unit unit : revision.units()) {
      require(
          "bead " + unit.provenance().position() + " of",
          revision,
          UnitWriter.unstorable(unit, ""));
    }
    for (LooseText text : revision.texts()) {
      require("bead " + text.bead() + " of", revision, TextKey.unstorable(text.text()));
    }
    for (PinnedBead pin : revision.pins()) {
      String texts = pin.source().text() + ' ' + pin.target().text();
      require("a bead that was set in", revision, TextKey.unstorable(texts));
    }
  }

  private static void require(String what, DocumentChange revision, Optional<String> unstorable) {
    if (unstorable.isPresent()) {
      throw new InputException(
          "cannot store %s \"%s\": its text holds %s"
              .formatted(what, revision.document(), unstorable.get()),
          "correct the character in the file, or save the file as UTF-8 again");
    }
  }

  private static void requireSameLanguages(DocumentRow document, DocumentChange revision) {
    String from = revision.sourceLang().tag();
    String to = revision.targetLang().tag();
    if (!document.sourceLang().equals(from) || !document.targetLang().equals(to)) {
      throw new InputException(
          "the document \"%s\" is %s to %s in the memory, not %s to %s"
              .formatted(document.name(), document.sourceLang(), document.targetLang(), from, to),
          "give --from %s --to %s, or give the document another name"
              .formatted(document.sourceLang(), document.targetLang()));
    }
  }

  /**
   * Returns positions of the units of confirmed beads in {@code units}. Among units with the same
   * texts, the one with the bead's occurrence of the source text wins, otherwise the first one.
   *
   * @param units of a revision, in document order
   * @param beads in document order; unconfirmed and unmatched beads are ignored
   */
  private static Set<Integer> confirmed(List<Unit> units, List<PinnedBead> beads) {
    Set<Integer> confirmed = new HashSet<>();
    if (beads.stream().noneMatch(PinnedBead::confirmed)) {
      return confirmed;
    }
    Map<String, List<Integer>> byTexts = new HashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    int[] numbers = new int[units.size()];
    for (int i = 0; i < units.size(); i++) {
      byTexts
          .computeIfAbsent(
              RevisionPlan.texts(units.get(i).source(), units.get(i).target()),
              texts -> new ArrayList<>())
          .add(i);
      numbers[i] = seen.merge(units.get(i).source(), 1, Integer::sum) - 1;
    }
    for (PinnedBead bead : beads) {
      if (bead.confirmed()) {
        List<Integer> equal =
            byTexts.getOrDefault(
                RevisionPlan.texts(bead.source().text(), bead.target().text()), List.of());
        equal.stream()
            .filter(i -> numbers[i] == bead.source().occurrence())
            .findFirst()
            .or(() -> equal.stream().filter(i -> !confirmed.contains(i)).findFirst())
            .ifPresent(confirmed::add);
      }
    }
    return confirmed;
  }
}
