/**
 * Which Chinese and English words translate each other, and how often: a translation table, its
 * compact file, and the trainer that makes it.
 *
 * <p>Reading starts at {@link ballast.lexicon.Lexicon}: it opens the table that is bundled with
 * Ballast, or another, and answers by word. Words are keys that {@link ballast.lexicon.WordReader}
 * makes of a text: Han runs are cut into the table's own words ({@code WordCutter}), English words
 * are stemmed ({@code EnglishKeys}), marks are put into classes. Training and aligning read texts
 * the same way.
 *
 * <p>Training starts at {@link ballast.lexicon.train.Trainer}: pairs of texts ({@code PairFile},
 * {@code Cedict}) become a {@code Corpus}, the Chinese words are chosen by what the corpus uses
 * ({@code WordCounter}), and {@code ModelOne} (IBM Model 1, both directions) counts which words go
 * together in a {@code PairTable}. {@code LexiconWriter} keeps the entries that tell most. All of
 * it gives the same bytes on any machine and any number of cores.
 *
 * <p>No class here knows a database or the network; files are only read.
 */
@NullMarked
package ballast.lexicon;

import org.jspecify.annotations.NullMarked;
