/**
 * Alignments as text, tables, JSON and pages, and the outcomes of a batch. {@link
 * ballast.report.alignment.AlignmentReport} chooses between the forms.
 */
@NullMarked
package ballast.report.alignment;

import org.jspecify.annotations.NullMarked;
