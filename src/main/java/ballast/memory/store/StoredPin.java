package ballast.memory.store;

import ballast.memory.PinnedBead;

/**
 * A bead that a person has set, as it is stored.
 *
 * @param id its row
 * @param rank its order among those of its document
 * @param bead what was set
 */
record StoredPin(long id, long rank, PinnedBead bead) {}
