@NullMarked
package ballast.workflow.merge;

import org.jspecify.annotations.NullMarked;
