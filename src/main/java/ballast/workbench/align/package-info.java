/** The room in which a person corrects the beads of an article. */
@NullMarked
package ballast.workbench.align;

import org.jspecify.annotations.NullMarked;
