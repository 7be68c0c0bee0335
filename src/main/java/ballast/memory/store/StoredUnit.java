package ballast.memory.store;

/**
 * The stored data of a unit that a new revision needs.
 *
 * @param id its row
 */
public record StoredUnit(long id, String uid, UnitState state) {}
