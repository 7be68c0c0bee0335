/**
 * Aligns a corpus on Spark: what {@code ballast align --engine} starts. Everything else of Ballast
 * is in {@code src/main}; here stand only rows, jobs and files.
 */
@NullMarked
package ballast.spark;

import org.jspecify.annotations.NullMarked;
