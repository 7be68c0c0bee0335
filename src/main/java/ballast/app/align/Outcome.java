package ballast.app.align;

import ballast.align.Counterparts;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.InputException;
import ballast.bitext.Segment;
import ballast.memory.AbsentUnits;
import ballast.memory.Revision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of an article, or of an entry that is not a pair. */
public sealed interface Outcome {

  /** Aligned, and in the memory. */
  record Recorded(Article article, Statistics statistics, Revision.Summary summary)
      implements Outcome {}

  /** Aligned, but not recorded. */
  record Aligned(Article article, Statistics statistics) implements Outcome {}

  /**
   * Skipped because the memory has it from the same files with the same settings.
   *
   * @param units number of units, including deleted ones
   * @param absent the deleted units
   */
  record Finished(
      Article article, Revision.Counts counts, int revision, int units, AbsentUnits absent)
      implements Outcome {

    static Finished of(Article article, Revision revision) {
      return new Finished(
          article, revision.run().counts(), revision.number(), revision.units(), revision.absent());
    }
  }

  /**
   * Aligned, but neither recorded nor written, because the texts do not look like translations of
   * each other.
   */
  record Unrelated(Article article, Statistics statistics, Counterparts counterparts)
      implements Outcome {

    static Unrelated of(Article article, AlignedText text) {
      return new Unrelated(article, Statistics.of(text.alignment()), text.counterparts());
    }

    /** Returns the reason in words. */
    public String reason() {
      return "the texts do not look like translations of each other: " + counterparts;
    }
  }

  /**
   * Could not be aligned or recorded.
   *
   * @param name the document, or its place in the list if it has no name
   * @param source name of the source file; empty if unknown
   * @param target name of the target file; empty if unknown
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

    /** Describes the failure of an entry. */
    public static Failed of(PairList.Entry entry, Throwable cause) {
      String what = what(entry);
      if (cause instanceof InputException input) {
        String message = input.getMessage() == null ? "" : input.getMessage();
        return of(entry, message, input.hint(), null);
      }
      if (cause instanceof OutOfMemoryError) {
        return of(
            entry,
            "\"" + what + "\" needs more memory than Java may use",
            "set BALLAST_JAVA_OPTS=-Xmx4g, or use --jobs 1 to align one article at a time",
            null);
      }
      String message =
          "internal error in Ballast (%s) with \"%s\""
              .formatted(cause.getClass().getSimpleName(), what);
      return of(entry, message, "", cause);
    }

    private static Failed of(
        PairList.Entry entry, String message, String hint, @Nullable Throwable mistake) {
      String what = what(entry);
      if (entry instanceof PairList.Pair pair) {
        Article article = pair.article();
        String place = pair.place().isEmpty() ? "" : pair.place() + ": ";
        return new Failed(what, article.source(), article.target(), place + message, hint, mistake);
      }
      return new Failed(what, "", "", message, hint, mistake);
    }

    private static String what(PairList.Entry entry) {
      if (entry instanceof PairList.Pair pair) {
        return pair.article().document();
      }
      return entry instanceof PairList.Unusable unusable ? unusable.name() : "";
    }

    /** Returns the same outcome with a longer reason. */
    public Failed withReason(String newReason) {
      return new Failed(name, source, target, newReason, hint, mistake);
    }
  }

  /**
   * Not a pair: a file without a counterpart.
   *
   * @param reason the counterpart that was not found
   */
  record Alone(String file, String reason) implements Outcome {}

  /**
   * Counts of an alignment.
   *
   * @param doubtful beads to look at, without the one-sided ones
   * @param oneSided beads with sentences on one side only, without page clutter
   * @param units beads that can be units
   */
  record Statistics(Revision.Counts counts, int doubtful, int oneSided, int units) {

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
      return new Statistics(Revision.Counts.of(alignment), doubtful, oneSided, units);
    }

    private static boolean hasContent(List<Segment> segments) {
      return segments.stream().anyMatch(segment -> segment.type().isContent());
    }
  }
}
