package ballast.workflow.align;

import ballast.memory.MemoryStore;
import org.jspecify.annotations.Nullable;

/**
 * How a memory is used while aligning: it records the results and provides evidence, and articles
 * that it already has from the same files with the same settings are skipped.
 *
 * @param memory need not exist; null: no memory
 * @param again whether articles that it already has are aligned and recorded again; units of theirs
 *     that are deleted come back
 * @param dryRun whether nothing is recorded
 * @param unrelated whether texts are taken that do not look like translations of each other
 * @param discardsBeads whether the beads that persons have set in the articles are taken away
 */
public record Recording(
    @Nullable MemoryStore memory,
    boolean again,
    boolean dryRun,
    boolean unrelated,
    boolean discardsBeads) {

  /** Without a memory. */
  public static final Recording NONE = new Recording(null, false, false, false);

  /** The beads that persons have set are kept. */
  public Recording(@Nullable MemoryStore memory, boolean again, boolean dryRun, boolean unrelated) {
    this(memory, again, dryRun, unrelated, false);
  }

  /** Records in this memory, which is created if it does not exist. */
  public static Recording in(MemoryStore memory) {
    return new Recording(memory, false, false, false);
  }

  /** Whether articles are recorded. */
  public boolean writes() {
    return memory != null && !dryRun;
  }
}
