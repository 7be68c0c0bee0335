/**
 * The commands of the translation memory, and {@code convert}. {@link ballast.cli.tm.QuickStart}
 * makes {@code tm search} start fast; the launcher runs {@link ballast.cli.tm.DriverLibrary}.
 */
@NullMarked
package ballast.cli.tm;

import org.jspecify.annotations.NullMarked;
