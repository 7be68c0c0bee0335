/** Tests of the house as a whole. */
@NullMarked
package ballast;

import org.jspecify.annotations.NullMarked;
