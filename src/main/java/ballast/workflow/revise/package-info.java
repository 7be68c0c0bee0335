/**
 * Compares revisions of a translation, and exports a document to a reviewer and imports the
 * answers.
 */
@NullMarked
package ballast.workflow.revise;

import org.jspecify.annotations.NullMarked;
