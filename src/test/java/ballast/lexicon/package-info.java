/** Tests of the lexicon. Sample texts and the sample dictionary were written for these tests. */
@NullMarked
package ballast.lexicon;

import org.jspecify.annotations.NullMarked;
