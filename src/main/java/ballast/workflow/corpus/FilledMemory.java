package ballast.workflow.corpus;

import ballast.memory.MemoryStore;
import java.util.List;

/**
 * A memory that has got units of a corpus.
 *
 * @param memory where it is
 * @param added units that it did not have
 * @param merged units that it had, or that the corpus has several times
 * @param skipped units that cannot be stored
 * @param problems why, the first 1,000 of them
 */
public record FilledMemory(
    MemoryStore memory, long added, long merged, long skipped, List<Problem> problems) {

  /**
   * A unit that cannot be stored.
   *
   * @param document its document
   * @param position of its bead in the document
   * @param reason in words
   */
  public record Problem(String document, int position, String reason) {}

  public FilledMemory {
    problems = List.copyOf(problems);
  }

  /** All units that came. */
  public long read() {
    return added + merged + skipped;
  }
}
