package ballast.memory;

import ballast.bitext.Unit;
import java.util.List;

/**
 * Units with the same source and the same translation, of which one is kept.
 *
 * @param kept the one that stays
 * @param deleted the others, in export order; at least one
 */
public record Duplicates(Unit kept, List<Unit> deleted) {

  /** A difference between two texts that is ignored in the search for duplicates. */
  public enum Ignored {
    /** {@code Port} and {@code port}. */
    CASE,
    /** Punctuation marks and symbols, wherever they stand. */
    PUNCTUATION
  }

  public Duplicates {
    deleted = List.copyOf(deleted);
  }
}
