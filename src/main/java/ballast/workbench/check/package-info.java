/** The room of the check: the findings about the memory, and what is done about each. */
@NullMarked
package ballast.workbench.check;

import org.jspecify.annotations.NullMarked;
