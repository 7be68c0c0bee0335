package ballast.workflow.align;

import ballast.bitext.Unit;
import java.util.List;

/**
 * Takes aligned articles in addition to the memory, in any form. Called on the thread that called
 * the use case.
 *
 * <p>A file keeps a temporary name until {@link #publish}. A single article is written completely
 * before the memory commits and published afterwards, so that a failure leaves both unchanged. Of
 * several articles each is recorded separately; the file is completed and published when all are
 * done.
 */
public interface AlignmentSink {

  /** Discards everything. */
  AlignmentSink NONE =
      new AlignmentSink() {
        @Override
        public Needs needs() {
          return Needs.NOTHING;
        }

        @Override
        public void add(AlignedText text, List<Unit> units) {}

        @Override
        public void finish(RecordedUnits units) {}
      };

  /** What it needs of articles that would be skipped because the memory has them. */
  enum Needs {
    /** It does without them. */
    NOTHING,
    /** Their units: those in the memory if it records, otherwise they are aligned again. */
    UNITS,
    /** Their beads: they are aligned again. */
    BEADS
  }

  /** Asked for each such article. */
  Needs needs();

  /**
   * Takes an article, in the order of the request.
   *
   * @param units its units, without ids; empty if the memory records the article: {@link #finish}
   *     then receives them
   * @throws ballast.bitext.InputException if it cannot be written; nothing more is aligned
   * @throws java.io.UncheckedIOException the same, from a sink that does not know its file
   */
  void add(AlignedText text, List<Unit> units);

  /**
   * Writes the rest. Not called when no article was aligned.
   *
   * @param units of all articles that the memory has taken or had already
   * @throws ballast.bitext.InputException if it cannot be written
   * @throws java.io.UncheckedIOException the same, from a sink that does not know its file
   */
  void finish(RecordedUnits units);

  /** Gives the finished file its name. */
  default void publish() {}

  /** This sink, followed by another one. */
  default AlignmentSink and(AlignmentSink other) {
    return new Both(this, other);
  }

  /** Two sinks that take the same. */
  record Both(AlignmentSink first, AlignmentSink second) implements AlignmentSink {

    @Override
    public Needs needs() {
      return first.needs().compareTo(second.needs()) > 0 ? first.needs() : second.needs();
    }

    @Override
    public void add(AlignedText text, List<Unit> units) {
      first.add(text, units);
      second.add(text, units);
    }

    @Override
    public void finish(RecordedUnits units) {
      first.finish(units);
      second.finish(units);
    }

    @Override
    public void publish() {
      first.publish();
      second.publish();
    }
  }
}
