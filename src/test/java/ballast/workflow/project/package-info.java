@NullMarked
package ballast.workflow.project;

import org.jspecify.annotations.NullMarked;
