/** The findings about the memory, kept for several pages and refreshed after changes. */
@NullMarked
package ballast.workbench.findings;

import org.jspecify.annotations.NullMarked;
