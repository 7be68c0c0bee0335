@NullMarked
package ballast.workflow.align;

import org.jspecify.annotations.NullMarked;
