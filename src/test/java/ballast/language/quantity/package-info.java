@NullMarked
package ballast.language.quantity;

import org.jspecify.annotations.NullMarked;
