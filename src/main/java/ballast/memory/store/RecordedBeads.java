package ballast.memory.store;

import ballast.bitext.Bead;
import ballast.bitext.Lang;
import ballast.bitext.Location;
import ballast.bitext.LooseText;
import ballast.bitext.Range;
import ballast.memory.DocumentChange;
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
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** The beads of the latest revisions of each document, and the texts outside of units of all. */
public final class RecordedBeads {

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
   * Returns the texts of the latest revisions that are in no unit.
   *
   * @param documents empty for all
   */
  public List<LooseText> texts(Set<String> documents) throws SQLException {
    List<LooseText> texts = new ArrayList<>();
    database.forEach(
        """
        SELECT d.name, s.tag, t.tag, b.texts
        FROM document d
        JOIN language s ON s.id = d.source_lang
        JOIN language t ON t.id = d.target_lang
        JOIN recorded_beads b
          ON b.revision = (SELECT max(r.id) FROM revision r WHERE r.document = d.id)
        ORDER BY d.name
        """,
        row -> {
          String document = row.getString(1);
          Lang from = new Lang(row.getString(2));
          Lang to = new Lang(row.getString(3));
          ColumnFields fields = new ColumnFields(row.getString(4), "texts outside of units");
          while (fields.hasMore()) {
            int bead = fields.number(',');
            int kind = fields.number(',');
            Location where = new Location(document, Math.max(1, bead), 1);
            texts.add(new LooseText(document, from, to, bead, kind, fields.field(), where));
          }
        });
    texts.removeIf(text -> !documents.isEmpty() && !documents.contains(text.document()));
    return texts;
  }

  private static String column(List<LooseText> texts) {
    StringBuilder column = new StringBuilder();
    for (LooseText text : texts) {
      column.append(text.bead()).append(',').append(text.kind()).append(',');
      ColumnFields.append(column, text.text());
    }
    return column.toString();
  }

  /** Whether these are the beads of a revision; true if there are none to record. */
  boolean has(long revision, DocumentChange change) throws SQLException {
    return change.beads().isEmpty()
        || database
            .first(
                "SELECT beads, texts FROM recorded_beads WHERE revision = ?",
                row ->
                    row.getString(2).equals(column(change.texts()))
                        && BeadsColumn.read(row.getBytes(1)).equals(Optional.of(change.beads())),
                revision)
            .orElse(false);
  }

  /** Stores the beads of a new revision; a trigger forgets those of old ones. */
  void keep(long revision, DocumentChange change) throws SQLException {
    if (!change.beads().isEmpty()) {
      database.update(
          "INSERT INTO recorded_beads (revision, beads, texts) VALUES (?, ?, ?)",
          revision,
          BeadsColumn.write(change.beads()),
          column(change.texts()));
    }
  }

  /** Copies the texts of an earlier revision, and its beads, if they are still stored. */
  void giveBack(long earlier, long revision) throws SQLException {
    database.update(
        "INSERT INTO recorded_beads SELECT ?, beads, texts FROM recorded_beads WHERE revision = ?",
        revision,
        earlier);
  }

  /**
   * Stores the beads of an alignment as deflated bytes: a version and the number of beads, then for
   * each bead the sizes of its sides, the start of its target, the confidence and the reasons.
   */
  static final class BeadsColumn {

    private static final int VERSION = 2;
    private static final int MAX_BEADS = 1_000_000;

    /** Maximum characters of a reason, which may contain a very long name. */
    private static final int MAX_REASON = 20_000;

    private BeadsColumn() {}

    static byte[] write(List<Bead> beads) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
        out.writeByte(VERSION);
        out.writeInt(beads.size());
        for (Bead bead : beads) {
          write(out, bead);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e); // never: the bytes stay in memory
      }
      return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Bead bead) throws IOException {
      out.writeBoolean(bead.moved());
      out.writeShort(bead.source().size());
      out.writeShort(bead.target().size());
      out.writeInt(bead.target().start());
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
        for (int i = 0; i < count; i++) {
          beads.add(read(in, i == 0 ? 0 : beads.get(i - 1).source().end()));
        }
        // Reading to the end verifies the checksum.
        return in.read() < 0 ? Optional.of(beads) : Optional.empty();
      } catch (IOException | IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    private static Bead read(DataInputStream in, int source) throws IOException {
      boolean moved = in.readBoolean();
      int sources = in.readUnsignedShort();
      int targets = in.readUnsignedShort();
      int target = in.readInt();
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
          moved);
    }
  }
}
