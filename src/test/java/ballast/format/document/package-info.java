@NullMarked
package ballast.format.document;

import org.jspecify.annotations.NullMarked;
