@NullMarked
package ballast.memory.opening;

import org.jspecify.annotations.NullMarked;
