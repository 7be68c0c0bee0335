/**
 * Translations go back into their documents: a Word file, a page, a Markdown text in the other
 * language, with every code in its place.
 *
 * <p>Start at {@link ballast.workflow.merge.DocumentMerge}.
 */
@NullMarked
package ballast.workflow.merge;

import org.jspecify.annotations.NullMarked;
