/**
 * Compares versions of a translation ({@link ballast.app.revisions.RevisionComparison}), sends
 * changes to reviewers and takes their answers, and shows changes ({@link
 * ballast.app.revisions.DiffOutput}).
 */
@NullMarked
package ballast.app.revisions;

import org.jspecify.annotations.NullMarked;
