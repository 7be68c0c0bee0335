/** The settings file {@code ballast.toml}. */
@NullMarked
package ballast.format.settings;

import org.jspecify.annotations.NullMarked;
