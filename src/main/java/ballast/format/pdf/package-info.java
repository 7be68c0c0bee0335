/**
 * PDF files, read for alignment and never written: their characters become lines, columns and
 * paragraphs again.
 */
@NullMarked
package ballast.format.pdf;

import org.jspecify.annotations.NullMarked;
