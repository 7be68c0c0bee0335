/**
 * Which words of a sentence translate which words of its translation, and where the inline codes of
 * the sentence belong in it. Pure computation: no files, no clock, no randomness.
 *
 * <p>Start at {@link ballast.links.CodePlacer}. It reads the codes as a {@code CodeTree}, cuts both
 * sentences into {@code Token}s, links them ({@code WordLinker}) and finds for each pair of codes
 * the target words that translate the marked ones ({@code SpanFinder}) and for each lone code the
 * word before it ({@code MarkFinder}). Text that both sides have ({@code EqualText}) and quotation
 * marks ({@code QuotedText}) decide before the links do.
 */
@NullMarked
package ballast.links;

import org.jspecify.annotations.NullMarked;
