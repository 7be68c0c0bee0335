/**
 * Which sentences of two texts translate each other. Pure computation: no files, no clock, no
 * randomness.
 *
 * <p>Start at {@link ballast.align.Aligner}. It reads each sentence once into a {@code Sentence}
 * (length, the lexicon's words, numbers, Latin words) and takes the user's marks for {@code
 * Barriers} that no bead crosses, finds a coarse path ({@code CoarsePath}, from the {@code
 * Similarities} of sentences that share rare words), cuts long texts into {@code Windows}, and then
 * a few times over ({@code Search}) scores every bead in a {@code Band} around the path ({@code
 * DocumentScorer}, behind the seam {@code BeadScorer}), weighs all paths through the {@code
 * BeadLattice} by forward-backward ({@code BeadPosteriors}) and learns from them which words of
 * this very document translate each other ({@code TokenLearner}, IBM Model 1), how much longer the
 * translation is ({@code LengthModel}) and how many sentences have no partner ({@code
 * AloneScores}).
 *
 * <p>What is known of words comes from the lexicon ({@code LexiconPairs}), from renderings the user
 * has approved ({@code Precedent}) and from the document; {@code TokenPairs} holds it, {@code
 * TokenEvidence} turns it into scores. The last round describes the beads that are possible once
 * more by {@code RescoringFeatures}, among them word links one to one ({@code LinkEvidence}) and
 * who speaks where ({@code Quotations}), and weighs them by the {@code Rescorer}. Of all paths the
 * one is taken that is expected to have the most right sentences; {@code Separation} takes beads
 * apart whose sides have nothing in common, {@code Confidence} puts a figure and words to each
 * bead, and {@code MovedPassages} pairs what stands elsewhere.
 *
 * <p>Inside the package the two sides are <em>left</em> and <em>right</em>: left is Chinese when
 * exactly one side is, so that one set of weights serves both directions. All scores are natural
 * logarithms (nats).
 */
@NullMarked
package ballast.align;

import org.jspecify.annotations.NullMarked;
