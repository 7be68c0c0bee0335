package ballast.workflow.align;

import ballast.align.Counterparts;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Segment;
import ballast.memory.RevisionCounts;
import ballast.memory.RevisionInfo;
import ballast.memory.RevisionSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of an article, or of an entry that is not a pair. */
public sealed interface Outcome {

  /**
   * Aligned, and in the memory.
   *
   * @param article the pair
   * @param statistics of the alignment
   * @param summary of the revision
   */
  record Recorded(Article article, Statistics statistics, RevisionSummary summary)
      implements Outcome {}

  /**
   * Aligned, but not recorded.
   *
   * @param article the pair
   * @param statistics of the alignment
   */
  record Aligned(Article article, Statistics statistics) implements Outcome {}

  /**
   * Skipped: the memory has it from the same files with the same settings.
   *
   * @param article the pair
   * @param counts of the alignment
   * @param revision its number
   * @param units how many
   */
  record Finished(Article article, RevisionCounts counts, int revision, int units)
      implements Outcome {

    static Finished of(Article article, RevisionInfo revision) {
      return new Finished(article, revision.run().counts(), revision.number(), revision.units());
    }
  }

  /**
   * Aligned, but neither recorded nor written: the two do not look like translations of each other.
   *
   * @param article the pair
   * @param statistics of the alignment
   * @param counterparts how few sentences correspond
   */
  record Unrelated(Article article, Statistics statistics, Counterparts counterparts)
      implements Outcome {

    /** The finding in words. */
    public String reason() {
      return "the texts do not look like translations of each other: " + counterparts;
    }
  }

  /**
   * Could not be aligned or recorded.
   *
   * @param name the document, or where the list names the pair if it has none
   * @param source name of the source file; empty when unknown
   * @param target name of the target file; empty when unknown
   * @param reason in words
   * @param hint what to try; may be empty
   * @param mistake the internal error; null if the input caused the failure
   */
  record Failed(
      String name,
      String source,
      String target,
      String reason,
      String hint,
      @Nullable Throwable mistake)
      implements Outcome {

    /** The same with a longer reason. */
    public Failed withReason(String newReason) {
      return new Failed(name, source, target, newReason, hint, mistake);
    }
  }

  /**
   * Not a pair: a file without counterpart.
   *
   * @param file its name
   * @param reason the counterpart that was looked for
   */
  record Alone(String file, String reason) implements Outcome {}

  /**
   * Counts of an alignment.
   *
   * @param counts sentences and beads
   * @param doubtful beads that a person should look at, without the one-sided ones
   * @param oneSided beads with a sentence on one side only; sentences of the page around the
   *     article do not count
   * @param units beads that can be units
   */
  record Statistics(RevisionCounts counts, int doubtful, int oneSided, int units) {

    static Statistics of(Alignment alignment) {
      int doubtful = 0;
      int oneSided = 0;
      int units = 0;
      for (Bead bead : alignment.beads()) {
        if (!bead.isOneSided()) {
          doubtful += bead.isDoubtful() ? 1 : 0;
          units += alignment.isUnit(bead) ? 1 : 0;
        } else if (hasContent(bead.source().of(alignment.source()))
            || hasContent(bead.target().of(alignment.target()))) {
          oneSided++;
        }
      }
      return new Statistics(RevisionCounts.of(alignment), doubtful, oneSided, units);
    }

    private static boolean hasContent(List<Segment> segments) {
      return segments.stream().anyMatch(segment -> segment.type().isContent());
    }
  }
}
