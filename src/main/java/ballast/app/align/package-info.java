/**
 * Aligns articles with their translations ({@link ballast.app.align.ArticleAlignment}), moves the
 * beads of an aligned article ({@link ballast.app.align.BeadEditor}), shows alignments ({@link
 * ballast.app.align.AlignmentReport}), and writes translations that have changed since into their
 * document ({@link ballast.app.align.DocumentCorrection}).
 */
@NullMarked
package ballast.app.align;

import org.jspecify.annotations.NullMarked;
