/** Tests of {@code ballast.workbench.overview}. */
@NullMarked
package ballast.workbench.overview;

import org.jspecify.annotations.NullMarked;
