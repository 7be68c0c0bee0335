@NullMarked
package ballast.format.file;

import org.jspecify.annotations.NullMarked;
