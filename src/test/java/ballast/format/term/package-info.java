@NullMarked
package ballast.format.term;

import org.jspecify.annotations.NullMarked;
