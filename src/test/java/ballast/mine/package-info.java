/** Tests of the mining of terms. */
@NullMarked
package ballast.mine;

import org.jspecify.annotations.NullMarked;
