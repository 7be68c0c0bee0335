/**
 * Two versions of a translation: which sentence became which, and what changed inside.
 *
 * <p>{@link ballast.revise.Comparison} is the way in: it takes two {@link
 * ballast.revise.TextVersion}s (sentences with the block they stand in and, where a source is
 * known, the source sentences they translate) and gives a {@link ballast.revise.RevisionReport}.
 * {@link ballast.revise.Pairing} finds the pairs: it tells {@link
 * ballast.language.matching.SentenceMatcher} how alike sentences are ({@code WordOverlap}). {@link
 * ballast.revise.WordDiff} compares a pair by {@code Tokens} with a {@code Histogram} difference,
 * {@code EditKinds} says of what class each edit is, {@link ballast.revise.EditRate} how much was
 * changed, {@code TermGroups} what it did to terms.
 *
 * <p>{@link ballast.revise.ReviewAnswers} reads what a reviewer has filled into a table, and {@link
 * ballast.revise.ReviewKey} ties its rows to units.
 *
 * <p>Pure computation: no file, no database, no XML. What it needs to know of Chinese words and of
 * terms it asks through {@link ballast.language.ChineseWords} and {@link
 * ballast.revise.TermProblems}.
 */
@NullMarked
package ballast.revise;

import org.jspecify.annotations.NullMarked;
