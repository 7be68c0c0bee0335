/**
 * Splits the blocks of a document into sentences, Chinese and English.
 *
 * <p>{@link ballast.segment.Segmenter} is the entry point. It reads segmentation rules in SRX 2.0
 * (the exchange format of translation tools: pairs of expressions for the text before and after a
 * position; the first rule that matches decides) and runs them in Okapi's engine. The built-in
 * rules come from two kinds of resource: {@code rules.srx} holds the structural rules, {@code
 * abbreviations.txt}, {@code starters.txt} and {@code attribution-verbs.txt} hold words, from which
 * {@code RuleBook} makes further SRX rules when it loads them. Rules cannot decide some English
 * positions ({@code Inc.} before a capital): there the OpenNLP sentence model decides, as a
 * referee.
 *
 * <p>Rules see a copy of the text in which characters of the same role have been unified one for
 * one ({@code MatchingText}), so offsets stay valid. The sentences of a block depend on that block
 * alone.
 */
@NullMarked
package ballast.segment;

import org.jspecify.annotations.NullMarked;
