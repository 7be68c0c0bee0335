/** The Articles page: articles in the memory, files in the folder, and dropped files. */
@NullMarked
package ballast.workbench.articles;

import org.jspecify.annotations.NullMarked;
