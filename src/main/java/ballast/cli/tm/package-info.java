/** The commands of the translation memory, and {@code convert}. */
@NullMarked
package ballast.cli.tm;

import org.jspecify.annotations.NullMarked;
