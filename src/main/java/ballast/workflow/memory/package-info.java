/**
 * Searching, counting and maintaining a memory, editing its units, and undoing edits. {@link
 * ballast.workflow.memory.UnitSearch} and {@link ballast.workflow.memory.TextReplacement} show the
 * two kinds, a question and an edit; all edits go through {@code EditedMemory}.
 */
@NullMarked
package ballast.workflow.memory;

import org.jspecify.annotations.NullMarked;
