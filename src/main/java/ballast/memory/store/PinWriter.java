package ballast.memory.store;

import ballast.bitext.BlockType;
import ballast.memory.PinnedBead;
import java.sql.SQLException;
import java.util.List;

/** Sets and takes away beads with a revision. Runs inside a transaction. */
public final class PinWriter {

  private final Database database;

  public PinWriter(Database database) {
    this.database = database;
  }

  /**
   * Puts the beads that were in force after one revision in force again.
   *
   * @param document its row
   * @param earlier the row of that revision; 0: no bead was in force
   * @param revision the row of the revision that does it
   */
  public void giveBack(long document, long earlier, long revision) throws SQLException {
    PinReader reader = new PinReader(database);
    List<PinnedBead> beads = earlier == 0 ? List.of() : reader.at(earlier);
    write(PinPlan.of(reader.inForce(document), beads), document, revision);
  }

  /**
   * Carries out a plan.
   *
   * @param document its row
   * @param revision the row of the revision that does it
   */
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
