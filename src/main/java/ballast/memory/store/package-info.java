/**
 * The tables of a memory in SQLite and the SQL that reads and writes them.
 *
 * <p>{@code Schema} holds the tables and describes each: a unit's row holds its current texts,
 * {@code unit_history} the values that changes replaced, from which the texts of every earlier
 * revision can be reconstructed. {@code RevisionPlan} decides what has to be written for a new
 * revision, and {@code RevisionWriter} writes it. {@code PresentUnits} finds the units of the
 * memory that an imported file has too (with {@code UnitKeys} during a large import), and {@code
 * ExtrasWriter} writes the extras of that file. {@code Database} is the only class that holds a
 * connection, {@code MemoryOpener} the only one that makes one, and {@code SqliteErrors} turns
 * SQLite errors into messages for the user.
 */
@NullMarked
package ballast.memory.store;

import org.jspecify.annotations.NullMarked;
