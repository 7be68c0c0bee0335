@NullMarked
package ballast.format.table;

import org.jspecify.annotations.NullMarked;
