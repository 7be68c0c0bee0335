/**
 * Reads plain text and saved pages as {@link ballast.bitext.Document}s of typed blocks.
 *
 * <p>Start at {@link ballast.format.article.TextReader}: a text is cut into passages by the layout
 * of plain text or the markup of a page, each passage gets a {@link ballast.bitext.BlockType}, and
 * a {@link ballast.bitext.SourceMap} remembers where everything stood in the file. Nothing that was
 * text is dropped: what does not belong to the article is labelled furniture.
 */
@NullMarked
package ballast.format.article;

import org.jspecify.annotations.NullMarked;
