/**
 * Characters, words, numbers and units of measure of the two languages. Pure.
 *
 * <p>Chinese characters ({@link ballast.language.Han}), numbers with their values ({@link
 * ballast.language.NumberReader}), amounts in units of measure ({@link
 * ballast.language.QuantityReader}), English inflections ({@link ballast.language.Inflection}), and
 * the interfaces through which a lexicon is used ({@link ballast.language.ChineseWords}, {@link
 * ballast.language.Renderings}).
 */
@NullMarked
package ballast.language;

import org.jspecify.annotations.NullMarked;
