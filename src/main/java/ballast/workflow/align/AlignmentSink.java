package ballast.workflow.align;

import ballast.bitext.Unit;
import java.util.List;

/**
 * Where aligned articles go besides the memory, in whatever form. Called on the thread that called
 * the use case.
 *
 * <p>What is written into a file stays under a temporary name until {@link #publish}. Of one
 * article, everything is written before the memory commits, and published after, so that a failure
 * leaves both as they were. Of many, each is recorded by itself; the file is completed and
 * published when all are done.
 */
public interface AlignmentSink {

  /** Takes nothing. */
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
   * Whether it must be given articles that are passed over because the memory has them; they are
   * aligned once more for it.
   */
  boolean needsBeads();

  /**
   * Takes an article, in the order of the request.
   *
   * @param units its units, without ids; empty when the memory takes the article: {@link #finish}
   *     has them then
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

  /** Gives what was written its name. */
  default void publish() {}
}
