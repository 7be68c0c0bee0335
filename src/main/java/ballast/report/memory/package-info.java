/** Reports on the contents of a memory, searches, imports and changes, as text and JSON. */
@NullMarked
package ballast.report.memory;

import org.jspecify.annotations.NullMarked;
