/**
 * Finds the corresponding sentences of two versions of a text, without ids ({@link
 * ballast.language.matching.SentenceMatcher}). The caller defines the likeness of sentences ({@link
 * ballast.language.matching.Likeness}). The comparison of two versions and the memory, whose units
 * keep their ids through all revisions, both use it. Pure; for long texts the time is linear in the
 * number of sentences.
 */
@NullMarked
package ballast.language.matching;

import org.jspecify.annotations.NullMarked;
