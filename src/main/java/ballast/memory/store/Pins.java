package ballast.memory.store;

import ballast.bitext.BlockType;
import ballast.language.WhiteSpace;
import ballast.memory.Memory;
import ballast.memory.PinnedBead;
import ballast.memory.PinnedBead.PinnedText;
import ballast.memory.store.StoredDocuments.DocumentRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The beads that users have pinned. */
public final class Pins {

  private static final String COLUMNS =
      """
      id, rank, confirmed, type, author, at, source_occurrence, source_count, target_occurrence,
      target_count, source, target
      """;

  /**
   * A row of the table {@code pin}.
   *
   * @param rank its order within the document
   */
  record StoredPin(long id, long rank, PinnedBead bead) {}

  private final Database database;

  public Pins(Database database) {
    this.database = database;
  }

  /** See {@link Memory#pins}. */
  public List<PinnedBead> inForce(String document) throws SQLException {
    Optional<DocumentRow> row = DocumentRow.find(database, document);
    return row.isEmpty()
        ? List.of()
        : inForce(row.get().id()).stream().map(StoredPin::bead).toList();
  }

  /** Pins of a document in force now, in document order. */
  List<StoredPin> inForce(long document) throws SQLException {
    return database.list(
        "SELECT " + COLUMNS + "FROM pin WHERE document = ? AND taken_in IS NULL ORDER BY rank",
        Pins::stored,
        document);
  }

  /** Pins in force right after a revision, in document order. */
  public List<PinnedBead> at(long revision) throws SQLException {
    return database.list(
        "SELECT "
            + COLUMNS
            + """
            FROM pin
            WHERE document = (SELECT document FROM revision WHERE id = ?)
              AND set_in <= ? AND (taken_in IS NULL OR taken_in > ?)
            ORDER BY rank
            """,
        row -> stored(row).bead(),
        revision,
        revision,
        revision);
  }

  private static StoredPin stored(ResultSet row) throws SQLException {
    String type = row.getString(4);
    return new StoredPin(
        row.getLong(1),
        row.getLong(2),
        new PinnedBead(
            new PinnedText(row.getString(11), row.getInt(7), row.getInt(8)),
            new PinnedText(row.getString(12), row.getInt(9), row.getInt(10)),
            row.getBoolean(3),
            type == null ? null : BlockType.valueOf(type),
            row.getString(5),
            StoredTime.parse(row.getString(6))));
  }

  /**
   * Restores the beads that were in force after an earlier revision. Runs inside a transaction.
   *
   * @param earlier the row of that revision; 0 if no bead was in force
   * @param revision the row of the restoring revision
   */
  public void giveBack(long document, long earlier, long revision) throws SQLException {
    List<PinnedBead> beads = earlier == 0 ? List.of() : at(earlier);
    write(inForce(document), beads, document, revision);
  }

  /**
   * Returns the beads with the authors to record. If the engine knows the user, every bead new to
   * the document gets that user, whatever author it claims.
   *
   * @param document its row; 0 if it has none yet
   */
  List<PinnedBead> signed(List<PinnedBead> beads, long document) throws SQLException {
    Optional<String> user = database.engine().user();
    if (user.isEmpty() || beads.stream().allMatch(bead -> bead.author().equals(user.get()))) {
      return beads;
    }
    Set<String> known =
        database
            .list(
                "SELECT " + COLUMNS + "FROM pin WHERE document = ?",
                row -> identity(stored(row).bead()),
                document)
            .stream()
            .collect(Collectors.toSet());
    return beads.stream()
        .map(bead -> known.contains(identity(bead)) ? bead : bead.by(user.get()))
        .toList();
  }

  /**
   * Replaces the beads in force with a revision. Unchanged beads keep their rows.
   *
   * @param before beads in force until now, by rank
   * @param after beads in force from now on, in document order
   */
  void write(List<StoredPin> before, List<PinnedBead> after, long document, long revision)
      throws SQLException {
    List<@Nullable StoredPin> found = Arrays.asList(new @Nullable StoredPin[after.size()]);
    RevisionPlan.match(before, StoredPin::bead, after, Function.identity(), found);
    long[] earlier = found.stream().mapToLong(pin -> pin == null ? 0 : pin.rank()).toArray();
    long[] ranks = Ranks.of(earlier);
    RevisionPlan.match(before, pin -> identity(pin.bead()), after, Pins::identity, found);
    Set<StoredPin> taken = new LinkedHashSet<>(before);
    for (int i = 0; i < ranks.length; i++) {
      if (ranks[i] == earlier[i]) {
        taken.remove(found.get(i));
      }
    }
    for (StoredPin pin : taken) {
      database.update("UPDATE pin SET taken_in = ? WHERE id = ?", revision, pin.id());
    }
    for (int i = 0; i < ranks.length; i++) {
      if (ranks[i] != earlier[i]) {
        StoredPin old = found.get(i);
        insert(after.get(i), ranks[i], old == null ? null : old.id(), document, revision);
      }
    }
  }

  /**
   * @param continues the row of the same bead at its earlier place; null if it was not in force
   */
  private void insert(
      PinnedBead bead, long rank, @Nullable Long continues, long document, long revision)
      throws SQLException {
    BlockType type = bead.type();
    database.update(
        """
        INSERT INTO pin (document, set_in, continues, rank, confirmed, type, author, at,
          source_occurrence, source_count, target_occurrence, target_count, source, target)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        document,
        revision,
        continues,
        rank,
        bead.confirmed() ? 1 : 0,
        type == null ? null : type.name(),
        bead.author(),
        bead.time().toString(),
        bead.source().occurrence(),
        bead.source().count(),
        bead.target().occurrence(),
        bead.target().count(),
        bead.source().text(),
        bead.target().text());
  }

  /**
   * Identifies a pinned bead across moves and changes of white space. The server makes the same
   * comparison.
   */
  private static String identity(PinnedBead bead) {
    return "%s\n%s\n%s\n%s\n%s\n%s"
        .formatted(
            WhiteSpace.removed(bead.source().text()),
            WhiteSpace.removed(bead.target().text()),
            bead.confirmed(),
            bead.type(),
            bead.time(),
            bead.author());
  }
}
