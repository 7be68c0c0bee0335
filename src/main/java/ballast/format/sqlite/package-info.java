/**
 * SQLite files of other programs as tables of rows.
 *
 * <p>Nothing here knows what the rows mean, and nothing outside this package writes SQL for such a
 * file. Memories of Ballast are not read here; they belong to {@code ballast.memory}.
 */
@NullMarked
package ballast.format.sqlite;

import org.jspecify.annotations.NullMarked;
