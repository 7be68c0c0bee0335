/**
 * Finds problems in translations. Pure: texts and a glossary in, findings out.
 *
 * <p>{@link ballast.check.Checker} analyses each {@link ballast.check.Passage}, a source text and
 * its translation, as a {@link ballast.check.PairReading} and applies its {@link
 * ballast.check.Rule}s: most examine one pair, a {@code CorpusRule} compares all of them. {@link
 * ballast.check.Rules} lists the rules; each has a page in {@code src/site/markdown/rules}. {@link
 * ballast.check.TermJudge} finds the translation of each term of a pair, {@code NumberMatching} the
 * numbers without a counterpart, and {@link ballast.check.FixRun} plans and tries replacements.
 */
@NullMarked
package ballast.check;

import org.jspecify.annotations.NullMarked;
