/** Tests of {@code ballast.workflow}. */
@NullMarked
package ballast.workflow;

import org.jspecify.annotations.NullMarked;
