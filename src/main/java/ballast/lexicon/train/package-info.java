/**
 * Makes a lexicon out of pairs of texts.
 *
 * <p>Start at {@link ballast.lexicon.train.Trainer}. Pairs of texts ({@code PairLoader}, {@code
 * Cedict}) become a {@code Corpus}, the Chinese words are chosen by what the corpus uses ({@code
 * WordCounter}), and {@code ModelOne} (IBM Model 1, both directions) counts which words go together
 * in a {@code PairTable}. {@code Pruning} keeps the entries that tell most. The same texts give the
 * same bytes on any machine and any number of cores.
 */
@NullMarked
package ballast.lexicon.train;

import org.jspecify.annotations.NullMarked;
