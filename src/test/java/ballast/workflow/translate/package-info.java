@NullMarked
package ballast.workflow.translate;

import org.jspecify.annotations.NullMarked;
