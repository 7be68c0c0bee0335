@NullMarked
package ballast.workflow.edit;

import org.jspecify.annotations.NullMarked;
