/**
 * Measurements on the development sets of {@code ../shared/eval}. {@code mvn -Paccuracy verify}
 * prints tables and fails below the floors recorded in {@code
 * src/test/resources/accuracy/floors.tsv}. Benchmarks are in {@code src/bench}. Both rewrite the
 * tables of the manual when asked ({@code PageSection}). {@code NoisySets} makes documents like
 * saved pages out of the clean ones.
 */
@NullMarked
package ballast.accuracy;

import org.jspecify.annotations.NullMarked;
