package ballast.memory.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Sha256;
import ballast.memory.PinnedBead;
import ballast.memory.PinnedText;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * SHA-256 over the units of a revision, in order: id, source, target and inline codes, and then
 * over its set beads, all fields, each after its length in bytes. Stored with the revision, it
 * proves that the history still gives the same texts.
 */
public final class RevisionDigest {

  private final MessageDigest digest = Sha256.newDigest();

  public void add(String uid, TextPair texts, String codes) {
    add(uid);
    add(texts.source());
    add(texts.target());
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

  /** 64 hexadecimal digits; the digest begins anew. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void add(String field) {
    byte[] bytes = field.getBytes(UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }
}
