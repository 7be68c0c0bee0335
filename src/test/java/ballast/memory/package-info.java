/** Tests of the translation memory, on real temporary files. */
@NullMarked
package ballast.memory;

import org.jspecify.annotations.NullMarked;
