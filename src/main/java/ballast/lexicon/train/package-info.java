/**
 * Trains a lexicon on pairs of texts.
 *
 * <p>Start at {@link ballast.lexicon.train.Trainer}. Pairs of texts ({@code PairLoader}, {@code
 * Cedict}) become a {@code Corpus}, {@code WordCounter} chooses the Chinese words that occur in it,
 * and {@code ModelOne} (IBM Model 1, both directions) estimates translation probabilities in a
 * {@code PairTable}. {@code Pruning} keeps the most useful entries. The same texts give the same
 * bytes on any machine with any number of cores.
 */
@NullMarked
package ballast.lexicon.train;

import org.jspecify.annotations.NullMarked;
