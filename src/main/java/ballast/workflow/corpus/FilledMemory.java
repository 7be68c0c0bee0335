package ballast.workflow.corpus;

import ballast.memory.MemoryStore;

/**
 * A memory that has got units of a corpus.
 *
 * @param memory where it is
 * @param added units that it did not have
 * @param merged units that it had, or that the corpus has several times
 * @param refused units that cannot be stored
 */
public record FilledMemory(MemoryStore memory, long added, long merged, long refused) {}
