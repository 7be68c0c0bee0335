/** PDFs made by the tests themselves, and lines and pages as records. */
@NullMarked
package ballast.format.pdf;

import org.jspecify.annotations.NullMarked;
