/** Takes the units of files into a memory, gives them out, and converts one file into another. */
@NullMarked
package ballast.workflow.exchange;

import org.jspecify.annotations.NullMarked;
