@NullMarked
package ballast.likeness;

import org.jspecify.annotations.NullMarked;
