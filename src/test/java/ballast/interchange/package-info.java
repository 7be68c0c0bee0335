/** Tests of {@code ballast.interchange}. */
@NullMarked
package ballast.interchange;

import org.jspecify.annotations.NullMarked;
