/**
 * Finds the sentences of two texts that translate each other. Pure computation: no files, no clock,
 * no randomness.
 *
 * <p>Start at {@link ballast.align.Aligner}. It reads each sentence once into a {@code Sentence}
 * (length, the lexicon's words, numbers, Latin words) and takes the user's marks for {@code
 * Barriers} that no bead crosses, finds a coarse path ({@code CoarsePath}, from the {@code
 * Similarities} of sentences that share rare words), cuts long texts into {@code Windows}, and then
 * a few times over ({@code Search}) scores every bead in a {@code Band} around the path ({@code
 * DocumentScorer}, an implementation of {@code BeadScorer}), weighs all paths through the {@code
 * BeadLattice} by forward-backward ({@code BeadPosteriors}) and learns from them which words of
 * this very document translate each other ({@code TokenLearner}, IBM Model 1), how much longer the
 * translation is ({@code LengthModel}) and how many sentences have no translation ({@code
 * AloneScores}).
 *
 * <p>Knowledge of words comes from the lexicon ({@code LexiconPairs}), from renderings the user has
 * approved ({@code Precedent}) and from the document itself; {@code TokenPairs} holds it, {@code
 * TokenEvidence} turns it into scores. The last round describes each possible bead again by {@code
 * RescoringFeatures}, among them one-to-one word links ({@code LinkEvidence}, {@code BeadLinks})
 * and where quotations open and close ({@code Quotations}), and the {@code Rescorer} scores it by
 * them. The result is the path with the highest expected number of correctly aligned sentences;
 * {@code Separation} splits beads whose sides have nothing in common, {@code Confidence} gives each
 * bead a probability and reasons, and {@code MovedPassages} pairs sentences whose translation
 * stands elsewhere.
 *
 * <p>Inside the package the two sides are <em>left</em> and <em>right</em>: left is Chinese when
 * exactly one side is, so that one set of weights serves both directions. All scores are natural
 * logarithms (nats).
 */
@NullMarked
package ballast.align;

import org.jspecify.annotations.NullMarked;
