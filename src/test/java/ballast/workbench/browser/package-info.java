/** Tests of the workbench in a real browser: keys, parts that are swapped, accessibility. */
@NullMarked
package ballast.workbench.browser;

import org.jspecify.annotations.NullMarked;
