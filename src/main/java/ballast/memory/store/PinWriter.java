package ballast.memory.store;

import ballast.bitext.BlockType;
import ballast.memory.PinnedBead;
import ballast.memory.store.PinPlan.PinIdentity;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the pinned beads of a revision. Runs inside a transaction. */
public final class PinWriter {

  private final Database database;

  public PinWriter(Database database) {
    this.database = database;
  }

  /**
   * Restores the beads that were in force after an earlier revision.
   *
   * @param earlier the row of that revision; 0 if no bead was in force
   * @param revision the row of the restoring revision
   */
  public void giveBack(long document, long earlier, long revision) throws SQLException {
    PinReader reader = new PinReader(database);
    List<PinnedBead> beads = earlier == 0 ? List.of() : reader.at(earlier);
    write(PinPlan.of(reader.inForce(document), beads), document, revision);
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
    Set<PinIdentity> known =
        new PinReader(database)
            .ever(document).stream().map(PinIdentity::of).collect(Collectors.toSet());
    return beads.stream()
        .map(bead -> known.contains(PinIdentity.of(bead)) ? bead : bead.by(user.get()))
        .toList();
  }

  void write(PinPlan plan, long document, long revision) throws SQLException {
    for (long pin : plan.taken()) {
      database.update("UPDATE pin SET taken_in = ? WHERE id = ?", revision, pin);
    }
    for (PinPlan.Added added : plan.added()) {
      PinnedBead bead = added.bead();
      BlockType type = bead.type();
      database.update(
          """
          INSERT INTO pin (document, set_in, continues, rank, confirmed, type, author, at,
            source_occurrence, source_count, target_occurrence, target_count, source, target)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          document,
          revision,
          added.isNew() ? null : added.continues(),
          added.rank(),
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
  }
}
