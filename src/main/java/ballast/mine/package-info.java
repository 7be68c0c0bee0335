/**
 * Finds candidates for a glossary in pairs of texts. Pure. {@link ballast.mine.MiningTexts}
 * collects the pairs, {@link ballast.mine.ChinesePhrases} finds recurring phrases, and {@link
 * ballast.mine.Miner} finds and ranks their English renderings. For terms already in a glossary,
 * {@link ballast.mine.KnownTerms} records where they occur, and {@link ballast.mine.KnownTermMiner}
 * finds other renderings and phrases in which they mean something else. The lexicon is used through
 * {@link ballast.language.ChineseWords} and {@link ballast.language.Renderings}.
 */
@NullMarked
package ballast.mine;

import org.jspecify.annotations.NullMarked;
