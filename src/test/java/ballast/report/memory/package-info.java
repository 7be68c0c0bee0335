/** Tests of {@code ballast.report.memory}. */
@NullMarked
package ballast.report.memory;

import org.jspecify.annotations.NullMarked;
