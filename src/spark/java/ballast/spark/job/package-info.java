/** What a job on Spark says to the command that has started it, and how it ends. */
@NullMarked
package ballast.spark.job;

import org.jspecify.annotations.NullMarked;
