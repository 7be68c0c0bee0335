@NullMarked
package ballast.workflow.check;

import org.jspecify.annotations.NullMarked;
