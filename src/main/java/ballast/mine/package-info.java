/**
 * Candidates for a glossary out of pairs of texts. Pure. {@link ballast.mine.MiningTexts} takes the
 * pairs in, {@link ballast.mine.ChinesePhrases} finds phrases that are said again and again, and
 * {@link ballast.mine.Miner} looks for what they are called in English and ranks them. What the
 * program's lexicon knows comes through {@link ballast.mine.Translations}.
 */
@NullMarked
package ballast.mine;

import org.jspecify.annotations.NullMarked;
