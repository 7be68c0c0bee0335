/** Tests of {@code ballast.workbench}. */
@NullMarked
package ballast.workbench;

import org.jspecify.annotations.NullMarked;
