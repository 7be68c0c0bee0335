/**
 * Aligns articles with their translations ({@link ballast.app.align.ArticleAlignment}), moves the
 * beads of an aligned article ({@link ballast.app.align.BeadEditor}), and shows alignments ({@link
 * ballast.app.align.AlignmentReport}).
 */
@NullMarked
package ballast.app.align;

import org.jspecify.annotations.NullMarked;
