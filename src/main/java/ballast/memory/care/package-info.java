/**
 * The editing operations on a memory: edit, judge, delete, deduplicate, undo, compact.
 *
 * <p>{@code EditSession} makes the edits of one command and records the old state of each unit;
 * {@code CommandLog} determines which commands are in force, and {@code Reversal} takes one back.
 * Only {@code Compactor} removes anything.
 */
@NullMarked
package ballast.memory.care;

import org.jspecify.annotations.NullMarked;
