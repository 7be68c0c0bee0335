/** Tests of {@code ballast.workbench.memory}. */
@NullMarked
package ballast.workbench.memory;

import org.jspecify.annotations.NullMarked;
