@NullMarked
package ballast.memory.index;

import org.jspecify.annotations.NullMarked;
