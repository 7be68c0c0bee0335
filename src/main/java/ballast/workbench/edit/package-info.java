/** What the rooms share in which units are changed: the form, and the buttons that take it back. */
@NullMarked
package ballast.workbench.edit;

import org.jspecify.annotations.NullMarked;
