/**
 * What a person does to the units of a memory: edit, judge, delete, deduplicate, take back,
 * compact.
 *
 * <p>{@code EditSession} makes the edits of one command, each written with what it replaces; {@code
 * CommandLog} knows which commands are in force and {@code Reversal} takes one back. {@code
 * Compactor} alone removes anything.
 */
@NullMarked
package ballast.memory.care;

import org.jspecify.annotations.NullMarked;
