/** Tests of {@code ballast.report}. */
@NullMarked
package ballast.report;

import org.jspecify.annotations.NullMarked;
