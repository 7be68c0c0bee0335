/**
 * Characters, words and numbers of the two languages. {@link ballast.language.Han} and {@link
 * ballast.language.HanForms} know Chinese characters, {@link ballast.language.NumberReader} reads
 * numbers and {@link ballast.language.Inflection} English inflections. {@link
 * ballast.language.ChineseWords} and {@link ballast.language.Renderings} are the interfaces of a
 * lexicon. Pure.
 */
@NullMarked
package ballast.language;

import org.jspecify.annotations.NullMarked;
