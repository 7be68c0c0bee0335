/**
 * What is done to a memory and asked of it: searching, counting, editing its units, taking that
 * back, and its care. {@link ballast.workflow.memory.UnitSearch} and {@link
 * ballast.workflow.memory.TextReplacement} show the two kinds, a question and an edit; all edits go
 * through {@code EditedMemory}.
 */
@NullMarked
package ballast.workflow.memory;

import org.jspecify.annotations.NullMarked;
