/**
 * Memories of a team on a PostgreSQL server: {@link ballast.memory.postgres.PostgresStore} opens
 * one.
 *
 * <p>A memory is a schema of the server's database. {@code PostgresAddress} says which, {@code
 * PostgresEngine} does what only PostgreSQL does, {@code PostgresSchema} makes the tables, {@code
 * PostgresSetup} and {@code PostgresRoles} make the memory with its roles, and {@code
 * PostgresErrors} turns errors into messages for the user.
 */
@NullMarked
package ballast.memory.postgres;

import org.jspecify.annotations.NullMarked;
