/**
 * Which sentences of two texts translate each other. Pure computation: no files, no clock, no
 * randomness.
 *
 * <p>Start at {@link ballast.align.Aligner}. It reads each sentence once into a {@code Sentence}
 * (length, words, Han characters, numbers, punctuation), finds a coarse path ({@code CoarsePath}),
 * cuts long texts into {@code Windows}, and then a few times over ({@code Search}) scores every
 * bead in a {@code Band} around the path ({@code DocumentScorer}, behind the seam {@code
 * BeadScorer}), weighs all paths through the {@code BeadLattice} by forward-backward ({@code
 * BeadPosteriors}) and learns from them which tokens of this very document translate each other
 * ({@code TokenTable}, IBM Model 1), how much longer the translation is ({@code LengthModel}) and
 * which bead shapes it uses. {@code Confidence} puts a figure and words to each bead of the path
 * that is expected to have the most right beads.
 *
 * <p>Inside the package the two sides are <em>left</em> and <em>right</em>: left is Chinese when
 * exactly one side is, so that one set of weights serves both directions. All scores are natural
 * logarithms (nats).
 */
@NullMarked
package ballast.align;

import org.jspecify.annotations.NullMarked;
