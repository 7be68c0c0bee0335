/** The room of the memory: search, edit, judge, replace, remove duplicates, take back. */
@NullMarked
package ballast.workbench.memory;

import org.jspecify.annotations.NullMarked;
