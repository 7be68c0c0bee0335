package ballast.memory;

import ballast.bitext.Alignment;
import ballast.bitext.BlockType;
import ballast.bitext.Segment;
import java.util.List;

/**
 * The size of an alignment.
 *
 * @param sourceSentences sentences of the source text, furniture and marks included
 * @param targetSentences sentences of the target text, furniture and marks included
 * @param beads beads between them, one-sided ones included
 * @param furniture sentences of both texts that are furniture
 */
public record RevisionCounts(int sourceSentences, int targetSentences, int beads, int furniture) {

  public RevisionCounts {
    if (sourceSentences < 0 || targetSentences < 0 || beads < 0 || furniture < 0) {
      throw new IllegalArgumentException(
          "negative count: " + List.of(sourceSentences, targetSentences, beads, furniture));
    }
  }

  /** The counts of {@code alignment}. */
  public static RevisionCounts of(Alignment alignment) {
    return new RevisionCounts(
        alignment.source().size(),
        alignment.target().size(),
        alignment.beads().size(),
        furniture(alignment.source()) + furniture(alignment.target()));
  }

  private static int furniture(List<Segment> segments) {
    return (int) segments.stream().filter(segment -> segment.type() == BlockType.FURNITURE).count();
  }
}
