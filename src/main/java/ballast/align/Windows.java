package ballast.align;

import ballast.bitext.Bead;
import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts long texts into windows along a coarse path, so that the memory of a search does not grow
 * with the texts: one {@link Search} for each window, each beginning at the surest bead near the
 * end of the previous one.
 */
final class Windows {

  /** This many sentences at the end of a window are searched again in the next one. */
  private static final int OVERLAP = 600;

  private final BothTexts texts;
  private final CoarsePath coarsePath;
  private final boolean swapped;

  Windows(BothTexts texts, CoarsePath coarsePath, boolean swapped) {
    this.texts = texts;
    this.coarsePath = coarsePath;
    this.swapped = swapped;
  }

  /** The beads of both texts, in the user's order of sides. */
  List<Bead> beads() {
    List<Link> coarse = coarsePath.find();
    List<Bead> beads = new ArrayList<>();
    int row = 0;
    int column = 0;
    int step = 0;
    while (row < texts.left().size() || column < texts.right().size()) {
      step = nextFrom(coarse, step, row, column);
      int end = step;
      while (end < coarse.size() && position(coarse.get(end)) <= row + column + CoarsePath.WINDOW) {
        end++;
      }
      boolean last = end == coarse.size();
      Range left = new Range(row, last ? texts.left().size() : coarse.get(end).left().start());
      Range right =
          new Range(column, last ? texts.right().size() : coarse.get(end).right().start());
      for (Link link : window(left, right, coarse.subList(step, end), last, beads)) {
        row = link.left().end();
        column = link.right().end();
      }
    }
    return beads;
  }

  /** The first step of the coarse path that begins at or after a corner. */
  private static int nextFrom(List<Link> coarse, int from, int row, int column) {
    int step = from;
    while (step < coarse.size()
        && (coarse.get(step).left().start() < row || coarse.get(step).right().start() < column)) {
      step++;
    }
    return step;
  }

  private static int position(Link link) {
    return link.left().end() + link.right().end();
  }

  /** Aligns one window, adds its final beads to {@code beads} and returns their links. */
  private List<Link> window(
      Range left, Range right, List<Link> coarse, boolean last, List<Bead> beads) {
    List<Link> steps = bridge(coarse, left.start(), right.start());
    BothTexts part = texts.slice(left, right);
    if (left.isEmpty() || right.isEmpty()) {
      steps.forEach(link -> beads.add(alone(link)));
      return steps;
    }
    SearchOutcome outcome =
        coarsePath
            .search(part)
            .run(steps.stream().map(l -> l.shifted(-left.start(), -right.start())).toList());
    List<Bead> found = new Confidence(outcome, part, swapped).beads();
    int count = last ? found.size() : surest(found);
    List<Link> links = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      Link link = outcome.path().get(k).shifted(left.start(), right.start());
      Link turned = swapped ? link.swapped() : link;
      Bead bead = found.get(k);
      beads.add(new Bead(turned.left(), turned.right(), bead.confidence(), bead.reasons()));
      links.add(link);
    }
    return links;
  }

  /** One past the surest bead near the end of a window; all beads of a short one. */
  private static int surest(List<Bead> beads) {
    Bead end = beads.get(beads.size() - 1);
    int reach = end.source().end() + end.target().end();
    int best = 0;
    for (int k = 0; k < beads.size(); k++) {
      Bead bead = beads.get(k);
      int position = bead.source().end() + bead.target().end();
      boolean near = position > reach - OVERLAP && position <= reach - OVERLAP / 2;
      boolean surer =
          best == 0 || (!bead.isOneSided() && bead.confidence() > beads.get(best - 1).confidence());
      if (near && surer) {
        best = k + 1;
      }
    }
    return best == 0 ? beads.size() : best;
  }

  /** The path with one-sided steps before it, from a corner to its beginning. */
  private static List<Link> bridge(List<Link> path, int fromRow, int fromColumn) {
    Link first = path.isEmpty() ? null : path.get(0);
    int row = first == null ? fromRow : first.left().start();
    int column = first == null ? fromColumn : first.right().start();
    List<Link> steps = new ArrayList<>();
    for (int i = fromRow; i < row; i++) {
      steps.add(new Link(new Range(i, i + 1), new Range(fromColumn, fromColumn)));
    }
    for (int j = fromColumn; j < column; j++) {
      steps.add(new Link(new Range(row, row), new Range(j, j + 1)));
    }
    steps.addAll(path);
    return steps;
  }

  private Bead alone(Link link) {
    Link turned = swapped ? link.swapped() : link;
    return new Bead(
        turned.left(), turned.right(), 1, List.of("only here: the other text has ended"));
  }
}
