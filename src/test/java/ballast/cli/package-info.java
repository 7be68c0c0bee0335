/** Tests of {@code ballast.cli}. */
@NullMarked
package ballast.cli;

import org.jspecify.annotations.NullMarked;
