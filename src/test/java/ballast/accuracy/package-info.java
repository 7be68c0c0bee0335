/**
 * Figures on the development sets of {@code ../shared/eval}, run by {@code mvn -Paccuracy verify}.
 * Each test prints a table and fails below the floors recorded in {@code
 * src/test/resources/accuracy/floors.tsv}. {@code NoisySets} makes documents like saved pages out
 * of the clean ones.
 */
@NullMarked
package ballast.accuracy;

import org.jspecify.annotations.NullMarked;
