package ballast.memory.store;

import ballast.bitext.Bead;
import ballast.bitext.Range;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** The beads of the latest revisions of each document. */
public final class RecordedBeads {

  /** Revisions of a document that keep their beads. */
  private static final int KEPT = 20;

  private final Database database;

  public RecordedBeads(Database database) {
    this.database = database;
  }

  /** Returns the beads of the latest revision of a document; empty if unknown. */
  public List<Bead> of(String document) throws SQLException {
    return database
        .first(
            """
            SELECT beads FROM recorded_beads WHERE revision =
              (SELECT max(r.id) FROM revision r JOIN document d ON d.id = r.document WHERE d.name = ?)
            """,
            row -> row.getBytes(1),
            document)
        .flatMap(BeadsColumn::read)
        .orElse(List.of());
  }

  /**
   * Stores the beads of a revision unless they are already stored, and forgets those of old
   * revisions. Runs inside a transaction.
   *
   * @param beads empty if unknown
   */
  void keep(long document, long revision, List<Bead> beads) throws SQLException {
    if (beads.isEmpty()) {
      return;
    }
    database.update(
        """
        INSERT INTO recorded_beads (revision, beads) VALUES (?, ?)
        ON CONFLICT (revision) DO UPDATE SET beads = excluded.beads
        WHERE recorded_beads.beads <> excluded.beads
        """,
        revision,
        BeadsColumn.write(beads));
    forget(document, KEPT);
  }

  /** Copies the beads of an earlier revision, if they are still stored. */
  public void giveBack(long document, long earlier, long revision) throws SQLException {
    database.update(
        "INSERT INTO recorded_beads SELECT ?, beads FROM recorded_beads WHERE revision = ?",
        revision,
        earlier);
    forget(document, KEPT);
  }

  /** Removes all beads of a document except those of the last {@code kept} revisions. */
  private void forget(long document, int kept) throws SQLException {
    database.update(
        """
        DELETE FROM recorded_beads WHERE revision IN
          (SELECT id FROM revision WHERE document = ? AND id <=
            (SELECT id FROM revision WHERE document = ? ORDER BY id DESC LIMIT 1 OFFSET ?))
        """,
        document,
        document,
        kept);
  }

  public void keepLatestOnly() throws SQLException {
    database.update(
        """
        DELETE FROM recorded_beads
        WHERE revision NOT IN (SELECT max(id) FROM revision GROUP BY document)
        """);
  }

  /**
   * Stores the beads of an alignment as deflated bytes: a version and the number of beads, then for
   * each bead the sizes of its sides, the start of its target if it does not follow the previous
   * one, the confidence and the reasons.
   */
  static final class BeadsColumn {

    private static final int VERSION = 1;
    private static final int MAX_BEADS = 1_000_000;

    /** Maximum characters of a reason, which may contain a very long name. */
    private static final int MAX_REASON = 20_000;

    private static final int MOVED = 1;
    private static final int ELSEWHERE = 2;

    private BeadsColumn() {}

    static byte[] write(List<Bead> beads) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
        out.writeByte(VERSION);
        out.writeInt(beads.size());
        int target = 0;
        for (Bead bead : beads) {
          write(out, bead, target);
          target = bead.target().isEmpty() ? target : bead.target().end();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e); // never: the bytes stay in memory
      }
      return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Bead bead, int expected) throws IOException {
      boolean elsewhere = !bead.target().isEmpty() && bead.target().start() != expected;
      out.writeByte((bead.moved() ? MOVED : 0) | (elsewhere ? ELSEWHERE : 0));
      out.writeShort(bead.source().size());
      out.writeShort(bead.target().size());
      if (elsewhere) {
        out.writeInt(bead.target().start());
      }
      out.writeDouble(bead.confidence());
      out.writeByte(bead.reasons().size());
      for (String reason : bead.reasons()) {
        out.writeUTF(reason.substring(0, Math.min(reason.length(), MAX_REASON)));
      }
    }

    /** Returns the beads; empty if the bytes are damaged or of another version. */
    static Optional<List<Bead>> read(byte[] bytes) {
      try (DataInputStream in =
          new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
        int version = in.readByte();
        int count = in.readInt();
        if (version != VERSION || count < 0 || count > MAX_BEADS) {
          return Optional.empty();
        }
        List<Bead> beads = new ArrayList<>();
        int source = 0;
        int target = 0;
        for (int i = 0; i < count; i++) {
          Bead bead = read(in, source, target);
          source = bead.source().end();
          target = bead.target().isEmpty() ? target : bead.target().end();
          beads.add(bead);
        }
        // Reading to the end verifies the checksum.
        return in.read() < 0 ? Optional.of(beads) : Optional.empty();
      } catch (IOException | IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    private static Bead read(DataInputStream in, int source, int expected) throws IOException {
      int flags = in.readByte();
      int sources = in.readUnsignedShort();
      int targets = in.readUnsignedShort();
      int target = (flags & ELSEWHERE) == 0 ? expected : in.readInt();
      double confidence = in.readDouble();
      List<String> reasons = new ArrayList<>();
      for (int left = in.readUnsignedByte(); left > 0; left--) {
        reasons.add(in.readUTF());
      }
      return new Bead(
          new Range(source, source + sources),
          new Range(target, target + targets),
          confidence,
          reasons,
          (flags & MOVED) != 0);
    }
  }
}
