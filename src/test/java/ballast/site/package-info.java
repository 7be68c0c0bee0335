/**
 * Makes the manual as pages: the Markdown of {@code src/site/markdown} with contents, search and
 * pictures.
 */
@NullMarked
package ballast.site;

import org.jspecify.annotations.NullMarked;
