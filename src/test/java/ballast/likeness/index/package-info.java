@NullMarked
package ballast.likeness.index;

import org.jspecify.annotations.NullMarked;
