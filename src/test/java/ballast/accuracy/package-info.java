/**
 * Measurements on the development sets of {@code ../shared/eval}. {@code mvn -Paccuracy verify}
 * prints tables and fails below the floors recorded in {@code
 * src/test/resources/accuracy/floors.tsv}; {@code mvn -Pbench verify} sets ours beside other
 * aligners and fails on ratios only. Both rewrite the tables of the manual when asked ({@code
 * PageSection}). {@code NoisySets} makes documents like saved pages out of the clean ones, {@code
 * GrownCorpus} a large memory out of open corpora.
 */
@NullMarked
package ballast.accuracy;

import org.jspecify.annotations.NullMarked;
