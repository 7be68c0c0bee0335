/** Differences between versions as text, JSON, tables and pages. */
@NullMarked
package ballast.report.revision;

import org.jspecify.annotations.NullMarked;
