/**
 * The lookup {@code tm search} and its quick start. {@link ballast.cli.quick.QuickStart} is the
 * first class of the program; {@link ballast.cli.quick.DriverLibrary} is run by the launcher.
 */
@NullMarked
package ballast.cli.quick;

import org.jspecify.annotations.NullMarked;
