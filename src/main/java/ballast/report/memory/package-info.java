/** What a memory holds, finds, imports and changes, as text and JSON. */
@NullMarked
package ballast.report.memory;

import org.jspecify.annotations.NullMarked;
