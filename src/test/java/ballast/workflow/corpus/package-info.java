/** What the processes that work on a corpus tell each other. */
@NullMarked
package ballast.workflow.corpus;

import org.jspecify.annotations.NullMarked;
