/** The room of the revisions: compares them, and reviews their changes. */
@NullMarked
package ballast.workbench.revisions;

import org.jspecify.annotations.NullMarked;
