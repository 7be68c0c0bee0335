/**
 * A table of Chinese and English words that translate each other, with probabilities, and its file.
 *
 * <p>Start at {@link ballast.lexicon.Lexicon}: it opens the table that is bundled with Ballast, or
 * another, and looks up words. Words are keys that {@link ballast.lexicon.WordReader} makes of a
 * text: Han runs are cut into the table's own words ({@code WordCutter}), English words are stemmed
 * ({@code EnglishKeys}), punctuation marks are mapped to classes. Training and alignment read texts
 * in the same way.
 *
 * <p>Training is in {@link ballast.lexicon.train.Trainer}.
 *
 * <p>No class here uses a database or the network; files are only read.
 */
@NullMarked
package ballast.lexicon;

import org.jspecify.annotations.NullMarked;
