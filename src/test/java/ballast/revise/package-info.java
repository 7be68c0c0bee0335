/** Tests of comparing two versions. */
@NullMarked
package ballast.revise;

import org.jspecify.annotations.NullMarked;
