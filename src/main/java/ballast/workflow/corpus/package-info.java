/** Work on a corpus that is too large for one process: it is handed to Spark. */
@NullMarked
package ballast.workflow.corpus;

import org.jspecify.annotations.NullMarked;
