/**
 * The SQL that reads and writes the tables of a memory.
 *
 * <p>A unit's row holds its current texts, {@code unit_history} the values that changes replaced,
 * from which the texts of every earlier revision can be reconstructed. {@code RevisionPlan} decides
 * what has to be written for a new revision, and {@code RevisionWriter} writes it. {@code
 * PresentUnits} finds the units of the memory that an imported file has too (with {@code UnitKeys}
 * during a large import), and {@code ExtrasWriter} writes the extras of that file. {@code Database}
 * runs statements and transactions; they are written in the SQL that all engines understand, and
 * {@code Engine} has what differs.
 */
@NullMarked
package ballast.memory.store;

import org.jspecify.annotations.NullMarked;
