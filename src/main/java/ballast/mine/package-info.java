/**
 * Candidates for a glossary out of pairs of texts. Pure. {@link ballast.mine.MiningTexts} takes the
 * pairs in, {@link ballast.mine.ChinesePhrases} finds phrases that are said again and again, and
 * {@link ballast.mine.Miner} looks for what they are called in English and ranks them. For terms
 * that a glossary has, {@link ballast.mine.KnownTerms} takes in where they stand, and {@link
 * ballast.mine.KnownTermMiner} finds other renderings and phrases in which they are something else.
 * What the program's lexicon knows comes through {@link ballast.language.ChineseWords} and {@link
 * ballast.language.Renderings}.
 */
@NullMarked
package ballast.mine;

import org.jspecify.annotations.NullMarked;
