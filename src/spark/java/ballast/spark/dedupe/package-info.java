/** Takes away duplicates: {@code ballast corpus dedupe}. */
@NullMarked
package ballast.spark.dedupe;

import org.jspecify.annotations.NullMarked;
