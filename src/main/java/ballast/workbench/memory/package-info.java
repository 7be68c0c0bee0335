/** The Memory page: search, edit, judge, replace, remove duplicates, undo. */
@NullMarked
package ballast.workbench.memory;

import org.jspecify.annotations.NullMarked;
