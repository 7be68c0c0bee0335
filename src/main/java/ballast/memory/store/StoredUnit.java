package ballast.memory.store;

/**
 * The stored data of a unit that a new revision needs.
 *
 * @param id its row
 * @param uid its id
 * @param state the columns that a change may replace
 */
// keep
public record StoredUnit(long id, String uid, UnitState state) {}
