@NullMarked
package ballast.report.alignment;

import org.jspecify.annotations.NullMarked;
