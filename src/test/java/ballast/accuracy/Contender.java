package ballast.accuracy;

import ballast.align.Aligner;
import ballast.bitext.Bead;
import ballast.bitext.Segment;
import ballast.lexicon.Lexicon;
import java.util.List;
import java.util.function.BiFunction;

/**
 * An aligner that takes part in the benchmark.
 *
 * @param name as printed
 * @param aligner from Chinese and English sentences to beads as {@code Bead.toIndexLists} writes
 *     them
 */
record Contender(String name, BiFunction<List<Segment>, List<Segment>, List<String>> aligner) {

  static Contender ours() {
    return new Contender("**Ballast**", (zh, en) -> beads(new Aligner(Lexicon.bundled()), zh, en));
  }

  List<String> beads(BeadSets.Item item) {
    return aligner.apply(item.zh(), item.en());
  }

  static List<String> beads(Aligner aligner, List<Segment> zh, List<Segment> en) {
    return aligner.align(zh, en).beads().stream().map(Bead::toIndexLists).toList();
  }
}
