@NullMarked
package ballast.format.unit;

import org.jspecify.annotations.NullMarked;
