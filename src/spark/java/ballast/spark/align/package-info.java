/** Aligns a list: {@code ballast align --engine}. */
@NullMarked
package ballast.spark.align;

import org.jspecify.annotations.NullMarked;
