/**
 * Tests of the judgement of terms; most of them are those of the rules, in {@code ballast.check}.
 */
@NullMarked
package ballast.check.term;

import org.jspecify.annotations.NullMarked;
