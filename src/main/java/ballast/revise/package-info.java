/**
 * Compares two versions of a translation: which sentences correspond, and what changed inside them.
 *
 * <p>{@link ballast.revise.Comparison} is the entry point: it takes two {@link
 * ballast.revise.TextVersion}s (sentences with the block they stand in and, where a source is
 * known, the source sentences they translate) and returns a {@link ballast.revise.RevisionReport}.
 * {@link ballast.revise.Pairing} finds the pairs: it gives {@link
 * ballast.language.matching.SentenceMatcher} the similarity of sentences ({@code WordOverlap}).
 * {@link ballast.revise.WordDiff} compares a pair by {@code Tokens} with a {@code Histogram}
 * difference, {@code EditClasses} determines the class of each edit, {@link
 * ballast.revise.EditRate} measures how much was changed, and {@code TermGroups} finds the effects
 * on terms.
 *
 * <p>{@link ballast.revise.ReviewAnswers} reads the answers in a reviewer's table, and {@link
 * ballast.revise.ReviewKey} links its rows to units.
 *
 * <p>Pure computation: no file, no database, no XML. Knowledge of Chinese words and of terms comes
 * through {@link ballast.language.ChineseWords} and {@link ballast.revise.TermProblems}.
 */
@NullMarked
package ballast.revise;

import org.jspecify.annotations.NullMarked;
