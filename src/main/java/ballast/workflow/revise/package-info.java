/** Compares revisions of a translation, and takes a document to a reviewer and back. */
@NullMarked
package ballast.workflow.revise;

import org.jspecify.annotations.NullMarked;
