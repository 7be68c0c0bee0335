/** Tests of {@code ballast.workbench.revisions}. */
@NullMarked
package ballast.workbench.revisions;

import org.jspecify.annotations.NullMarked;
