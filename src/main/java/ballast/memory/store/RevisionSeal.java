package ballast.memory.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Sha256;
import ballast.memory.PinnedBead;
import ballast.memory.PinnedBead.PinnedText;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/**
 * Gives a revision the digest of its units and beads, and its document the languages of its units.
 * Needed for revisions that were not made by an alignment. Runs inside a transaction.
 */
public final class RevisionSeal {

  private RevisionSeal() {}

  /** Completes the latest revision of a document. */
  public static void seal(Database database, long document) throws SQLException {
    if (database.engine().user().isPresent()) {
      return; // the server does it
    }
    RevisionDigest digest = new RevisionDigest();
    List<StoredUnit> units = StoredUnit.ofDocument(database, document);
    units.forEach(unit -> digest.add(unit.uid(), unit.source(), unit.target(), unit.codes()));
    new Pins(database).inForce(document).forEach(pin -> digest.add(pin.bead()));
    database.update(
        "UPDATE revision SET digest = ? WHERE id = (SELECT max(id) FROM revision WHERE document = ?)",
        digest.hex(),
        document);
    if (!units.isEmpty()) {
      database.update(
          """
          UPDATE document SET (source_lang, target_lang) =
            (SELECT source_lang, target_lang FROM unit WHERE id = ?)
          WHERE id = ?
          """,
          units.get(0).id(),
          document);
    }
  }

  /**
   * SHA-256 of the units of a revision, in order (id, source, target and inline codes), and of all
   * fields of its pinned beads. Each field follows its length in bytes. The digest is stored with
   * the revision and proves that the history still gives the same texts.
   */
  public static final class RevisionDigest {

    private final MessageDigest digest = Sha256.newDigest();

    public void add(String uid, String source, String target, String codes) {
      add(uid);
      add(source);
      add(target);
      add(codes);
    }

    public void add(PinnedBead pin) {
      add(pin.source());
      add(pin.target());
      add(String.valueOf(pin.confirmed()));
      add(String.valueOf(pin.type()));
      add(pin.author());
      add(pin.time().toString());
    }

    private void add(PinnedText side) {
      add(side.text());
      add(side.occurrence() + "/" + side.count());
    }

    /** Returns 64 hexadecimal digits and resets the digest. */
    public String hex() {
      return HexFormat.of().formatHex(digest.digest());
    }

    private void add(String field) {
      byte[] bytes = field.getBytes(UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
  }
}
