/** The lists of documents that are to be aligned, in lines or in Parquet. */
@NullMarked
package ballast.spark.list;

import org.jspecify.annotations.NullMarked;
