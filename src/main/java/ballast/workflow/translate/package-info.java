/** Pre-translates texts from a memory, and counts how much of them the memory covers. */
@NullMarked
package ballast.workflow.translate;

import org.jspecify.annotations.NullMarked;
