/** The commands {@code diff} and {@code review}. */
@NullMarked
package ballast.cli.diff;

import org.jspecify.annotations.NullMarked;
