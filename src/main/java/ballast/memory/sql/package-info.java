/**
 * A memory in a database of any engine: {@link ballast.memory.sql.SqlMemory}.
 *
 * <p>{@code ImportWriter} takes the units of other programs' files; {@code Verifier} checks
 * everything that the other classes rely on. What differs between engines is in {@link
 * ballast.memory.store.Database.Engine}.
 */
@NullMarked
package ballast.memory.sql;

import org.jspecify.annotations.NullMarked;
