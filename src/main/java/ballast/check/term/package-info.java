/**
 * Judges whether a translation says the terms of a glossary. {@link ballast.check.term.TermJudge}
 * gives each term of a pair its rendering, or says what stands in its place; the other classes know
 * why a term may be said in another way. The rules are in {@code ballast.check}.
 */
@NullMarked
package ballast.check.term;

import org.jspecify.annotations.NullMarked;
