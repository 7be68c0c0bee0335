/** The commands {@code check} and {@code explain}. */
@NullMarked
package ballast.cli.check;

import org.jspecify.annotations.NullMarked;
