/**
 * What characters, words and numbers of the two languages are: which characters are Chinese ({@link
 * ballast.language.Han}) and of which form ({@link ballast.language.HanForms}), numbers with their
 * values ({@link ballast.language.NumberReader}), English inflections ({@link
 * ballast.language.Inflection}); and what a lexicon knows of them ({@link
 * ballast.language.ChineseWords}, {@link ballast.language.Renderings}). Pure; whoever compares
 * texts uses it.
 */
@NullMarked
package ballast.language;

import org.jspecify.annotations.NullMarked;
