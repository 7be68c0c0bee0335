/** The findings about the memory, which several rooms show: kept, and found again after changes. */
@NullMarked
package ballast.workbench.findings;

import org.jspecify.annotations.NullMarked;
