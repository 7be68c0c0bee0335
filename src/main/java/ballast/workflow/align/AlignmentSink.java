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
        public boolean needsBeads() {
          return false;
        }

        @Override
        public void add(AlignedText text, List<Unit> units) {}

        @Override
        public void finish(RecordedUnits units) {}
      };

  /**
   * Whether it needs articles that would be skipped because the memory has them; these are then
   * aligned again.
   */
  boolean needsBeads();

  /**
   * Takes an article, in the order of the request.
   *
   * @param units its units, without ids; empty if the memory records the article: {@link #finish}
   *     then receives them
   * @throws ballast.bitext.InputException if it cannot be written; nothing more is aligned
   */
  void add(AlignedText text, List<Unit> units);

  /**
   * Writes the rest. Not called when no article was aligned.
   *
   * @param units of all articles that the memory has taken or had already
   * @throws ballast.bitext.InputException if it cannot be written
   */
  void finish(RecordedUnits units);

  /** Gives the finished file its name. */
  default void publish() {}
}
