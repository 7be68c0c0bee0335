/** The workbench in the browser: {@link ballast.workbench.Workbench} opens a folder. */
@NullMarked
package ballast.workbench;

import org.jspecify.annotations.NullMarked;
