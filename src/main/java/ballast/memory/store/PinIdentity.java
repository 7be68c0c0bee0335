package ballast.memory.store;

import ballast.language.WhiteSpace;
import ballast.memory.PinnedBead;
import java.time.Instant;

/**
 * What makes a set bead the same one at another place or with other white space. The guard of the
 * table {@code pin} on a server compares the same.
 */
record PinIdentity(
    String source, String target, boolean confirmed, String type, String author, Instant time) {

  static PinIdentity of(PinnedBead bead) {
    return new PinIdentity(
        visible(bead.source().text()),
        visible(bead.target().text()),
        bead.confirmed(),
        String.valueOf(bead.type()),
        bead.author(),
        bead.time());
  }

  private static String visible(String text) {
    return text.codePoints()
        .filter(c -> !WhiteSpace.isSpace(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
