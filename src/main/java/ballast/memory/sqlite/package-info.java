/**
 * A memory in one SQLite file: {@link ballast.memory.sqlite.SqliteMemory} opens one.
 *
 * <p>{@code ImportWriter} takes the units of other programs' files; {@code Verifier} checks
 * everything that the other classes rely on.
 */
@NullMarked
package ballast.memory.sqlite;

import org.jspecify.annotations.NullMarked;
