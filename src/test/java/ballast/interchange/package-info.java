/** Tests of reading and writing files. */
@NullMarked
package ballast.interchange;

import org.jspecify.annotations.NullMarked;
