@NullMarked
package ballast.memory.store;

import org.jspecify.annotations.NullMarked;
