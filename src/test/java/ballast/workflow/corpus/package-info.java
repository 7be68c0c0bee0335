@NullMarked
package ballast.workflow.corpus;

import org.jspecify.annotations.NullMarked;
