/**
 * The frame of every page of the workbench: its words in the reader's language, and the files that
 * it loads.
 */
@NullMarked
package ballast.workbench.frame;

import org.jspecify.annotations.NullMarked;
