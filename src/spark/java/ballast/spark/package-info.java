/**
 * The jobs on Spark, as {@code ballast align --engine} and {@code ballast corpus} start them.
 * Everything else of Ballast is in {@code src/main}; here and in the rooms below stand only rows,
 * jobs and files.
 */
@NullMarked
package ballast.spark;

import org.jspecify.annotations.NullMarked;
