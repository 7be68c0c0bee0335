/**
 * Memories in files of SQLite: {@link ballast.memory.sqlite.SqliteStore} opens one.
 *
 * <p>{@code SqliteEngine} does what only SQLite does, {@code MemoryOpener} makes the connections,
 * {@code Schema} holds the tables and describes each, and {@code SqliteErrors} turns errors into
 * messages for the user. {@code UnitSalvage} reads what can be read of a damaged file.
 */
@NullMarked
package ballast.memory.sqlite;

import org.jspecify.annotations.NullMarked;
