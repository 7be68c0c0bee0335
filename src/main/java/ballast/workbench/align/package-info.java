/** The Align page, where you correct the beads of an article. */
@NullMarked
package ballast.workbench.align;

import org.jspecify.annotations.NullMarked;
