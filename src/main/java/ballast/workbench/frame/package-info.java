/**
 * What the rooms of the workbench share: the frame of a page, its words in the reader's language,
 * and the files that it loads.
 */
@NullMarked
package ballast.workbench.frame;

import org.jspecify.annotations.NullMarked;
