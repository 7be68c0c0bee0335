@NullMarked
package ballast.workflow.memory;

import org.jspecify.annotations.NullMarked;
