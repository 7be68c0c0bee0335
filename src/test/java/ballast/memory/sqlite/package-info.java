@NullMarked
package ballast.memory.sqlite;

import org.jspecify.annotations.NullMarked;
