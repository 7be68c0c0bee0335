/**
 * Which sentences of two versions of a text correspond, without ids ({@link
 * ballast.language.matching.SentenceMatcher}). How alike two sentences are says whoever asks
 * ({@link ballast.language.matching.Likeness}): a comparison of two versions and the memory, whose
 * units keep their ids through all revisions, are answered alike. Pure; the work is linear in the
 * sentences of long texts.
 */
@NullMarked
package ballast.language.matching;

import org.jspecify.annotations.NullMarked;
