/** The Revisions page: compare revisions and review their changes. */
@NullMarked
package ballast.workbench.revisions;

import org.jspecify.annotations.NullMarked;
