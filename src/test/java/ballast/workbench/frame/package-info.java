/** Tests of {@code ballast.workbench.frame}. */
@NullMarked
package ballast.workbench.frame;

import org.jspecify.annotations.NullMarked;
