@NullMarked
package ballast.report.finding;

import org.jspecify.annotations.NullMarked;
