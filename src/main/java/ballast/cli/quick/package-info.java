/**
 * A lookup, {@code tm search}, and what makes it start quickly. {@link
 * ballast.cli.quick.QuickStart} is what the program begins with; {@link
 * ballast.cli.quick.DriverLibrary} is run by the launcher.
 */
@NullMarked
package ballast.cli.quick;

import org.jspecify.annotations.NullMarked;
