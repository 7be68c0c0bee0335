/** Tests of the room of the export. */
@NullMarked
package ballast.workbench.export;

import org.jspecify.annotations.NullMarked;
