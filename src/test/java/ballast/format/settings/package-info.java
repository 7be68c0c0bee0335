@NullMarked
package ballast.format.settings;

import org.jspecify.annotations.NullMarked;
