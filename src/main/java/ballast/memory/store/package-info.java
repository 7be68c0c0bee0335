/**
 * The tables of a memory in SQLite and the SQL that reads and writes them.
 *
 * <p>{@code Schema} holds the tables and says what each is for: a unit's row holds its current
 * texts, {@code unit_history} what a change replaced, so that the texts of every earlier revision
 * can be put together again. {@code RevisionPlan} decides what has to be written for a new
 * revision, and {@code RevisionWriter} writes it. {@code PresentUnits} finds what the memory has of
 * an imported file ({@code UnitKeys} while a large import goes on), {@code ExtrasWriter} writes
 * what such a file says of its units. {@code Database} is the only class that holds a connection,
 * {@code MemoryOpener} the only one that makes one, and {@code SqliteErrors} turns what SQLite says
 * into words for the user.
 */
@NullMarked
package ballast.memory.store;

import org.jspecify.annotations.NullMarked;
