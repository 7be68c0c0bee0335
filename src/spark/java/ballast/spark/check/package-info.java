/** Checks the units of a corpus: {@code ballast corpus check}. */
@NullMarked
package ballast.spark.check;

import org.jspecify.annotations.NullMarked;
