/**
 * The tables of a memory in SQL that every engine understands: reading, writing, revisions, history
 * and edits.
 *
 * <p>A unit's row holds its current texts, {@code unit_history} the values that changes replaced,
 * from which the texts of every earlier revision can be reconstructed. {@code RevisionPlan} decides
 * what to write for a new revision, and {@code RevisionWriter} writes it. {@code EditSession} makes
 * the edits of one command and records the old state of each unit; {@code CommandLog} determines
 * which commands are in force, {@code Reversal} undoes one, and only {@code Compactor} removes
 * anything. {@code Database} runs statements and transactions; its {@code Engine} has what differs
 * between engines.
 */
@NullMarked
package ballast.memory.store;

import org.jspecify.annotations.NullMarked;
