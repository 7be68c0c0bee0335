/**
 * Finds problems in translations. Pure: texts and a glossary in, findings out.
 *
 * <p>{@link ballast.check.Checker} analyses each {@link ballast.check.Passage}, a source text and
 * its translation, as a {@link ballast.check.PairReading} and applies its {@link
 * ballast.check.Rule}s to it: a {@code UnitRule} examines one pair, a {@code CorpusRule} all of
 * them. {@link ballast.check.Rules} has them all; each has a page in {@code
 * src/site/markdown/rules}. {@link ballast.check.term.TermJudge} compares a pair with the glossary.
 * {@link ballast.check.FixRun} plans replacements of forbidden renderings and tries them out.
 */
@NullMarked
package ballast.check;

import org.jspecify.annotations.NullMarked;
