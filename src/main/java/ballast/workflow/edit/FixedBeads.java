package ballast.workflow.edit;

import ballast.align.Pin;
import ballast.bitext.Alignment;
import ballast.bitext.Bead;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.format.file.Characters;
import ballast.memory.PinnedBead;
import ballast.memory.PinnedText;
import ballast.workflow.align.ArticlePins;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The fixed beads of an article in its sentences.
 *
 * @param source the source sentences, some of them divided
 * @param target the target sentences, some of them divided
 * @param beads in document order; no two overlap
 */
record FixedBeads(List<Segment> source, List<Segment> target, List<FixedBead> beads) {

  FixedBeads {
    source = List.copyOf(source);
    target = List.copyOf(target);
    beads = List.copyOf(beads);
  }

  /** The fixed beads of an article. */
  static FixedBeads of(OpenArticle article) {
    List<FixedBead> beads = new ArrayList<>();
    for (int i = 0; i < article.beads().size(); i++) {
      PinnedBead pin = article.pin(i);
      if (pin != null) {
        Bead bead = article.beads().get(i);
        beads.add(FixedBead.of(bead.source(), bead.target(), pin));
      }
    }
    Alignment alignment = article.alignment();
    return new FixedBeads(alignment.source(), alignment.target(), beads);
  }

  /** Beads that have been found in an article. */
  static FixedBeads of(ArticlePins.Placed placed) {
    List<FixedBead> beads = new ArrayList<>();
    for (int k = 0; k < placed.pins().size(); k++) {
      Pin pin = placed.pins().get(k);
      beads.add(FixedBead.of(pin.source(), pin.target(), placed.kept().get(k)));
    }
    return new FixedBeads(placed.source(), placed.target(), beads);
  }

  /** A bead as a key; where an empty side stands does not matter. */
  static List<Range> place(Range source, Range target) {
    return List.of(
        source.isEmpty() ? FixedBead.NONE : source, target.isEmpty() ? FixedBead.NONE : target);
  }

  /** The texts of the beads, so that they are found again in the article. */
  List<PinnedBead> pinned() {
    List<FixedBead> inOrder = sourceFirst();
    List<Pin> pins = inOrder.stream().map(FixedBeads::pin).toList();
    // What stands for the texts is replaced by the true texts and their numbers below.
    List<PinnedBead> kept = inOrder.stream().map(this::described).toList();
    Alignment all = alignment(inOrder);
    List<PinnedBead> found =
        ArticlePins.inForce(all, new ArticlePins.Placed(source, target, pins, kept, List.of()));
    Map<FixedBead, PinnedBead> byBead = new HashMap<>();
    for (int k = 0; k < inOrder.size(); k++) {
      byBead.put(inOrder.get(k), found.get(k));
    }
    return beads.stream().map(byBead::get).toList();
  }

  private static Pin pin(FixedBead bead) {
    return new Pin(bead.source(), bead.target(), bead.author());
  }

  private PinnedBead described(FixedBead bead) {
    return new PinnedBead(
        text(bead.source(), source),
        text(bead.target(), target),
        bead.confirmed(),
        bead.type(),
        bead.author(),
        bead.time());
  }

  private static PinnedText text(Range range, List<Segment> sentences) {
    return range.isEmpty()
        ? PinnedText.NONE
        : new PinnedText(sentences.get(range.start()).text(), 0);
  }

  /** The beads by their sources, then those without a source by their targets. */
  private List<FixedBead> sourceFirst() {
    return Stream.concat(
            beads.stream()
                .filter(bead -> !bead.source().isEmpty())
                .sorted(Comparator.comparingInt(bead -> bead.source().start())),
            beads.stream()
                .filter(bead -> bead.source().isEmpty())
                .sorted(Comparator.comparingInt(bead -> bead.target().start())))
        .toList();
  }

  /** An alignment with these beads in which all other sentences stand alone. */
  private Alignment alignment(List<FixedBead> inOrder) {
    List<Bead> all = new ArrayList<>();
    int next = 0;
    for (FixedBead bead : inOrder) {
      Range from = bead.source();
      if (!from.isEmpty()) {
        for (; next < from.start(); next++) {
          all.add(new Bead(new Range(next, next + 1), FixedBead.NONE, 0, List.of()));
        }
        next = from.end();
        all.add(new Bead(from, bead.target(), 0, List.of(), !bead.target().isEmpty()));
      }
    }
    for (; next < source.size(); next++) {
      all.add(new Bead(new Range(next, next + 1), FixedBead.NONE, 0, List.of()));
    }
    addTargets(all);
    return new Alignment(source, target, all);
  }

  private void addTargets(List<Bead> all) {
    Map<Integer, FixedBead> byStart = new HashMap<>();
    beads.stream()
        .filter(bead -> !bead.target().isEmpty())
        .forEach(bead -> byStart.put(bead.target().start(), bead));
    Range end = new Range(source.size(), source.size());
    int next = 0;
    while (next < target.size()) {
      FixedBead bead = byStart.get(next);
      Range here = bead == null ? new Range(next, next + 1) : bead.target();
      if (bead == null || bead.source().isEmpty()) {
        all.add(new Bead(end, here, 0, List.of()));
      }
      next = here.end();
    }
  }

  /**
   * Where the texts of the beads begin and end in the documents, in their order; white space and
   * straight quotation marks at the edges do not count.
   */
  List<List<Integer>> edges() {
    List<List<Integer>> all = new ArrayList<>();
    for (FixedBead bead : beads) {
      List<Integer> edges = new ArrayList<>();
      addEdges(bead.source().of(source), edges);
      addEdges(bead.target().of(target), edges);
      all.add(edges);
    }
    return all;
  }

  private static void addEdges(List<Segment> sentences, List<Integer> edges) {
    if (!sentences.isEmpty()) {
      String text = sentences.get(0).document().text();
      int start = sentences.get(0).span().start();
      int end = sentences.get(sentences.size() - 1).span().end();
      while (start < end && isLeftOut(text.charAt(start))) {
        start++;
      }
      while (start < end && isLeftOut(text.charAt(end - 1))) {
        end--;
      }
      edges.add(start);
      edges.add(end);
    }
  }

  private static boolean isLeftOut(char c) {
    return c == '"' || Characters.isBlank(c);
  }
}
