/**
 * Links the words of a sentence to those of its translation, and places the inline codes of the
 * sentence there. Pure computation: no files, no clock, no randomness.
 *
 * <p>Start at {@link ballast.links.Stretches.StretchFinder} for words, at {@link
 * ballast.links.CodePlacer} for codes. The latter reads the codes as a {@code CodeTree}, cuts both
 * sentences into {@code Token}s and links them ({@code WordLinker}). For each pair of codes {@code
 * SpanFinder} tries all stretches of the target and takes the most probable one: {@code
 * SpanFeatures} names what speaks for it and {@code SpanWeights} has the weights, which {@code
 * src/dev/fit-spans} fits to sentences that were marked by hand and, with less weight, to pairs of
 * corpora that mark a stretch on both sides. For each lone code {@code MarkFinder} finds the word
 * before it. Text that both sides have ({@code EqualText}) needs no links; {@code EdgeMarks}
 * decides which punctuation marks belong to the stretch.
 */
@NullMarked
package ballast.links;

import org.jspecify.annotations.NullMarked;
