@NullMarked
package ballast.segment;

import org.jspecify.annotations.NullMarked;
