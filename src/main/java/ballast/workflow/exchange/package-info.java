/** Imports units into a memory, exports them, and converts files of units. */
@NullMarked
package ballast.workflow.exchange;

import org.jspecify.annotations.NullMarked;
