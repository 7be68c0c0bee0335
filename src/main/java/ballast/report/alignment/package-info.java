/** Alignments as text, tables, JSON and pages. */
@NullMarked
package ballast.report.alignment;

import org.jspecify.annotations.NullMarked;
