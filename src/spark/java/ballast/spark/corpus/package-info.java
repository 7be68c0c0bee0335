/** The folder of a corpus: where its tables are, how they are read, and which columns they have. */
@NullMarked
package ballast.spark.corpus;

import org.jspecify.annotations.NullMarked;
