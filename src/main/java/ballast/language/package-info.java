/**
 * Characters, words and numbers of the two languages: Chinese characters ({@link
 * ballast.language.Han}) and their forms ({@link ballast.language.HanForms}), numbers with their
 * values ({@link ballast.language.NumberReader}), English inflections ({@link
 * ballast.language.Inflection}), and the interfaces through which a lexicon is used ({@link
 * ballast.language.ChineseWords}, {@link ballast.language.Renderings}). Pure.
 */
@NullMarked
package ballast.language;

import org.jspecify.annotations.NullMarked;
