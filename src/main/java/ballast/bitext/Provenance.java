package ballast.bitext;

import java.time.Instant;

/**
 * The origin of a translation unit and how far it can be trusted.
 *
 * @param document name of the document it comes from, portable between machines; empty when unknown
 * @param position 1-based place of its bead in the document; 0 when unknown
 * @param author the person who made or last changed it; empty when unknown
 * @param created when it was first recorded, UTC, whole seconds
 * @param changed when its texts or status last changed, UTC, whole seconds; not before {@code
 *     created}
 * @param confidence the aligner's confidence in [0, 1]; 1 when a person made the pair
 * @param status draft, approved or rejected
 */
public record Provenance(
    String document,
    int position,
    String author,
    Instant created,
    Instant changed,
    double confidence,
    Status status) {

  public Provenance {
    if (position < 0) {
      throw new IllegalArgumentException("position " + position + " is negative");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is not in [0, 1]");
    }
    if (changed.isBefore(created)) {
      throw new IllegalArgumentException("changed " + changed + " before created " + created);
    }
  }

  /**
   * Whether a person should check the unit before it is used: the aligner thinks it more likely
   * wrong than right, and nobody has approved it.
   */
  public boolean isDoubtful() {
    return confidence < Bead.DOUBTFUL && status != Status.APPROVED;
  }

  /** The provenance of a newly aligned pair. */
  public static Provenance aligned(
      String document, int position, String author, Instant now, double confidence) {
    return new Provenance(document, position, author, now, now, confidence, Status.DRAFT);
  }
}
