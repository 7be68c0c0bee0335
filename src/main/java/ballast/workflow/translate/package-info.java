/** Pre-translates a text from a memory, and counts what a memory knows of it. */
@NullMarked
package ballast.workflow.translate;

import org.jspecify.annotations.NullMarked;
