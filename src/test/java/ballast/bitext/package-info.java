/** Tests of {@code ballast.bitext}. */
@NullMarked
package ballast.bitext;

import org.jspecify.annotations.NullMarked;
