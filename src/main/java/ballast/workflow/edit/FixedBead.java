package ballast.workflow.edit;

import ballast.bitext.BlockType;
import ballast.bitext.Range;
import ballast.memory.PinnedBead;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bead that is fixed, by its positions in the sentences.
 *
 * @param source positions in the source sentences; may be empty
 * @param target positions in the target sentences; may be empty if the source is not
 * @param confirmed see {@link PinnedBead#confirmed}
 * @param type see {@link PinnedBead#type}
 * @param author who has fixed it
 * @param time when
 */
record FixedBead(
    Range source,
    Range target,
    boolean confirmed,
    @Nullable BlockType type,
    String author,
    Instant time) {

  static final Range NONE = new Range(0, 0);

  FixedBead {
    source = source.isEmpty() ? NONE : source;
    target = target.isEmpty() ? NONE : target;
  }

  /** A bead with the author, time and so on of a pin. */
  static FixedBead of(Range source, Range target, PinnedBead pin) {
    return new FixedBead(source, target, pin.confirmed(), pin.type(), pin.author(), pin.time());
  }
}
