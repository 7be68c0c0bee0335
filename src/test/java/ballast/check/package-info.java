/** Tests of the check. */
@NullMarked
package ballast.check;

import org.jspecify.annotations.NullMarked;
