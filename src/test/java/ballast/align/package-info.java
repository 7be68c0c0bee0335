/** Tests of the aligner. Sample texts were written for these tests. */
@NullMarked
package ballast.align;

import org.jspecify.annotations.NullMarked;
