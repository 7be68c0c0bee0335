/** Counts what a corpus has: {@code ballast corpus stats}. */
@NullMarked
package ballast.spark.count;

import org.jspecify.annotations.NullMarked;
