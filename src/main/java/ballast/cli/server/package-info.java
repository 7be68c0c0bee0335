/** The commands {@code open} and {@code serve}. */
@NullMarked
package ballast.cli.server;

import org.jspecify.annotations.NullMarked;
