@NullMarked
package ballast.workflow.exchange;

import org.jspecify.annotations.NullMarked;
