/**
 * A corpus of many documents, processed on Spark: each use case starts a job and reports its
 * result.
 */
@NullMarked
package ballast.app.corpus;

import org.jspecify.annotations.NullMarked;
