@NullMarked
package ballast.report.revision;

import org.jspecify.annotations.NullMarked;
