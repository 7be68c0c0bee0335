package ballast.align;

import ballast.align.Joint.Placed;
import ballast.bitext.Bead;
import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Cuts long texts into windows along a coarse path, so that the memory of a search does not grow
 * with the texts. Windows overlap; each is searched by itself, whatever the others find, and two
 * neighbours are joined at the surest border of beads that both have ({@link Joint}).
 */
final class Windows {

  /** The name of the threads. */
  static final String THREAD = "align a window";

  private final BothTexts texts;
  private final CoarsePath coarsePath;
  private final boolean swapped;

  /**
   * @param swapped whether the aligner's left text is the user's target
   */
  Windows(BothTexts texts, CoarsePath coarsePath, boolean swapped) {
    this.texts = texts;
    this.coarsePath = coarsePath;
    this.swapped = swapped;
  }

  /**
   * The beads of both texts, in the user's order of sides.
   *
   * @param threads how many windows may be searched at a time, at least 1; the beads are the same
   *     for any number
   */
  List<Bead> beads(int threads) {
    List<List<Link>> windows = cut(coarsePath.find());
    List<List<Placed>> found =
        threads == 1 || windows.size() == 1
            ? windows.stream().map(this::search).toList()
            : searched(windows, Math.min(threads, windows.size()));
    List<Placed> joined = new ArrayList<>(found.get(0));
    for (List<Placed> next : found.subList(1, found.size())) {
      join(joined, next);
    }
    return joined.stream().map(Placed::bead).toList();
  }

  /**
   * The same by several threads.
   *
   * @throws CancellationException if this thread is interrupted; it stays so, and the others end
   */
  private List<List<Placed>> searched(List<List<Link>> windows, int threads) {
    ExecutorService pool = Executors.newFixedThreadPool(threads, task -> new Thread(task, THREAD));
    try {
      List<Future<List<Placed>>> results = new ArrayList<>();
      windows.forEach(window -> results.add(pool.submit(() -> search(window))));
      List<List<Placed>> found = new ArrayList<>();
      for (Future<List<Placed>> result : results) {
        found.add(result.get());
      }
      return found;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error; // too little memory, which callers report
      }
      throw (RuntimeException) e.getCause();
    } finally {
      pool.shutdownNow();
    }
  }

  /** Steps of the coarse path for each window, at least one. */
  private static List<List<Link>> cut(List<Link> coarse) {
    List<List<Link>> windows = new ArrayList<>();
    int step = 0;
    int end;
    do {
      end = firstBeyond(coarse, step, startOf(coarse, step) + CoarsePath.WINDOW);
      windows.add(coarse.subList(step, end));
      step = Math.max(step + 1, firstBeyond(coarse, step, startOf(coarse, end) - Joint.OVERLAP));
    } while (end < coarse.size());
    return windows;
  }

  /** The first step of a path, not before {@code from}, that ends beyond a position. */
  private static int firstBeyond(List<Link> path, int from, int position) {
    int step = from;
    while (step < path.size()
        && path.get(step).left().end() + path.get(step).right().end() <= position) {
      step++;
    }
    return step;
  }

  private static int startOf(List<Link> path, int step) {
    if (step == path.size()) {
      Link last = path.get(step - 1);
      return last.left().end() + last.right().end();
    }
    return path.get(step).left().start() + path.get(step).right().start();
  }

  private List<Placed> search(List<Link> coarse) {
    Link first = coarse.get(0);
    Link last = coarse.get(coarse.size() - 1);
    Range left = new Range(first.left().start(), last.left().end());
    Range right = new Range(first.right().start(), last.right().end());
    if (left.isEmpty() || right.isEmpty()) {
      return coarse.stream().map(this::alone).toList();
    }
    BothTexts part = texts.slice(left, right);
    SearchOutcome outcome =
        coarsePath
            .search(part)
            .run(coarse.stream().map(l -> l.shifted(-left.start(), -right.start())).toList());
    List<Bead> beads = new Confidence(outcome, part, swapped).beads();
    List<Placed> placed = new ArrayList<>();
    for (int k = 0; k < beads.size(); k++) {
      Bead bead = beads.get(k);
      Link link = outcome.path().get(k).shifted(left.start(), right.start());
      Link turned = swapped ? link.swapped() : link;
      placed.add(
          new Placed(
              link, new Bead(turned.left(), turned.right(), bead.confidence(), bead.reasons())));
    }
    return placed;
  }

  /** Adds a window to those before it. */
  void join(List<Placed> joined, List<Placed> next) {
    Joint joint = Joint.common(joined, next);
    if (joint == null) {
      // No border in common: what follows the surest one of the first is searched again.
      joint = Joint.of(joined);
      next = search(bridged(joined.get(joint.before() - 1).link(), next));
    }
    joined.subList(joint.before(), joined.size()).clear();
    joined.addAll(next.subList(joint.after(), next.size()));
  }

  /** A path from the end of a bead over the beads of a window that begin after it. */
  private static List<Link> bridged(Link from, List<Placed> window) {
    int row = from.left().end();
    int column = from.right().end();
    List<Link> rest =
        window.stream()
            .map(Placed::link)
            .filter(link -> link.left().start() >= row && link.right().start() >= column)
            .toList();
    Link last = window.get(window.size() - 1).link();
    int toRow = rest.isEmpty() ? last.left().end() : rest.get(0).left().start();
    int toColumn = rest.isEmpty() ? last.right().end() : rest.get(0).right().start();
    List<Link> steps = new ArrayList<>();
    for (int i = row; i < toRow; i++) {
      steps.add(new Link(new Range(i, i + 1), new Range(column, column)));
    }
    for (int j = column; j < toColumn; j++) {
      steps.add(new Link(new Range(toRow, toRow), new Range(j, j + 1)));
    }
    steps.addAll(rest);
    return steps;
  }

  private Placed alone(Link link) {
    Link turned = swapped ? link.swapped() : link;
    return new Placed(
        link,
        new Bead(turned.left(), turned.right(), 1, List.of("only here: the other text has ended")));
  }
}
