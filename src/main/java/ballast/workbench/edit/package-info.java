/** The form for editing a unit and the undo buttons, shared by several pages. */
@NullMarked
package ballast.workbench.edit;

import org.jspecify.annotations.NullMarked;
