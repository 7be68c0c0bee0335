package ballast.workflow.revise;

import ballast.align.Aligner;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.language.matching.Pair;
import ballast.revise.Pairing;
import ballast.revise.SourceText;
import ballast.revise.TextVersion;
import ballast.revise.UnitVersions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Links the sentences of two versions of a translation to their source sentences: each version is
 * aligned with its source, and two different sources are paired with each other.
 */
final class SourceLinks {

  private final Aligner aligner;
  private final Lang lang;
  private final List<SourceText> texts = new ArrayList<>();
  private final List<Segment> oldSource;
  private final List<Segment> newSource;
  private final List<Set<Integer>> oldNumbers;
  private final List<Set<Integer>> newNumbers;

  /**
   * @param oldSource sentences of the source of the old version; the same list as {@code newSource}
   *     when there is one source
   */
  SourceLinks(
      Aligner aligner,
      Pairing pairing,
      List<Segment> oldSource,
      List<Segment> newSource,
      Lang lang) {
    this.aligner = aligner;
    this.lang = lang;
    this.oldSource = content(oldSource);
    this.newSource = content(newSource);
    this.oldNumbers = empty(this.oldSource.size());
    this.newNumbers = empty(this.newSource.size());
    number(pairing);
  }

  private static List<Segment> content(List<Segment> segments) {
    return segments.stream().filter(segment -> segment.type().isContent()).toList();
  }

  private static List<Set<Integer>> empty(int size) {
    List<Set<Integer>> empty = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      empty.add(new HashSet<>());
    }
    return empty;
  }

  private void number(Pairing pairing) {
    TextVersion left = TextVersion.of(lang, oldSource, List.of());
    TextVersion right = TextVersion.of(lang, newSource, List.of());
    for (Pair pair : pairing.pair(left, right)) {
      pair.old().of(oldNumbers).forEach(numbers -> numbers.add(texts.size()));
      pair.revised().of(newNumbers).forEach(numbers -> numbers.add(texts.size()));
      texts.add(new SourceText(left.text(pair.old()), right.text(pair.revised())));
    }
  }

  /** Links two versions, in parallel. */
  UnitVersions versions(Lang oldLang, List<Segment> old, Lang newLang, List<Segment> revised) {
    List<Supplier<TextVersion>> works =
        List.of(
            () -> linked(oldLang, content(old), oldSource, oldNumbers),
            () -> linked(newLang, content(revised), newSource, newNumbers));
    List<TextVersion> versions = works.parallelStream().map(Supplier::get).toList();
    return new UnitVersions(versions.get(0), versions.get(1), List.copyOf(texts));
  }

  private TextVersion linked(
      Lang target, List<Segment> segments, List<Segment> source, List<Set<Integer>> numbers) {
    Alignment alignment = aligner.align(source, segments);
    List<Set<Integer>> links = empty(segments.size());
    for (Bead bead : alignment.beads()) {
      Set<Integer> pairSources = new HashSet<>();
      bead.source().of(numbers).forEach(pairSources::addAll);
      bead.target().of(links).forEach(link -> link.addAll(pairSources));
    }
    return TextVersion.of(target, segments, links);
  }
}
