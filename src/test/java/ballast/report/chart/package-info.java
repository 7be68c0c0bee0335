/** Tests of {@code ballast.report.chart}. */
@NullMarked
package ballast.report.chart;

import org.jspecify.annotations.NullMarked;
