@NullMarked
package ballast.report.page;

import org.jspecify.annotations.NullMarked;
