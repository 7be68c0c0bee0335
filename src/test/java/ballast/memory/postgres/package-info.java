/** Tests of memories on a PostgreSQL server. */
@NullMarked
package ballast.memory.postgres;

import org.jspecify.annotations.NullMarked;
