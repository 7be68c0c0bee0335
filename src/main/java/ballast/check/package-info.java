/**
 * What is wrong in translations. Pure: texts and a glossary in, findings out.
 *
 * <p>{@link ballast.check.Checker} goes through {@link ballast.check.Passage}s, a source text and
 * its translation each, makes a {@link ballast.check.PairReading} of each, which has done what
 * several rules need, and asks its {@link ballast.check.Rule}s: a {@code UnitRule} looks at one
 * pair, a {@code CorpusRule} at all of them. {@link ballast.check.Rules} has them all; each has a
 * page in {@code src/site/markdown/rules}. {@link ballast.check.TermJudge} holds a pair against the
 * glossary. {@link ballast.check.FixRun} plans what replaces a forbidden rendering, and tries it
 * out.
 */
@NullMarked
package ballast.check;

import org.jspecify.annotations.NullMarked;
