/** Tests of the room of the check. */
@NullMarked
package ballast.workbench.check;

import org.jspecify.annotations.NullMarked;
