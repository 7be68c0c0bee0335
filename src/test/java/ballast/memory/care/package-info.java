@NullMarked
package ballast.memory.care;

import org.jspecify.annotations.NullMarked;
