/** Charts of a page, drawn as SVG, each with its numbers in a table. */
@NullMarked
package ballast.report.chart;

import org.jspecify.annotations.NullMarked;
