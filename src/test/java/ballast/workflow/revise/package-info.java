@NullMarked
package ballast.workflow.revise;

import org.jspecify.annotations.NullMarked;
