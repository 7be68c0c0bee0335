/**
 * Edits the beads of an article that is in a memory, as an alignment editor does: {@link
 * ballast.workflow.edit.BeadEditor} opens an article, makes {@linkplain
 * ballast.workflow.edit.BeadMove moves} and records each as a revision whose beads stay where a
 * person has put them.
 */
@NullMarked
package ballast.workflow.edit;

import org.jspecify.annotations.NullMarked;
