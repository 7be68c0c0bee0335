package ballast.format.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Divides lines into stretches and finds the margins of each from all that stand alike. */
final class Stretches {

  private static final double NEAR = 2.5;
  private static final int FEW_LINES = 3;
  private static final int MIN_CELLS = 4;
  private static final double MIN_INDENT = 0.8;
  private static final double MAX_INDENT = 5;
  private static final double MARGIN_SHARE = 0.1;

  private Stretches() {}

  /** The stretches of lines that are in the order of reading. */
  static List<Stretch> of(List<Line> lines) {
    List<List<Line>> runs = runs(lines);
    boolean[] cells = cells(runs);
    int[] bands = bands(runs);
    Map<Integer, List<Line>> byBand = new HashMap<>();
    for (int i = 0; i < bands.length; i++) {
      byBand.computeIfAbsent(bands[i], band -> new ArrayList<>()).addAll(runs.get(i));
    }
    Map<Integer, Margins> margins = new HashMap<>();
    byBand.forEach((band, all) -> margins.put(band, margins(all)));
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < bands.length; i++) {
      Margins own = cells[i] ? margins(runs.get(i)) : margins.get(bands[i]);
      stretches.add(new Stretch(runs.get(i), own, cells[i]));
    }
    return stretches;
  }

  private static List<List<Line>> runs(List<Line> lines) {
    List<List<Line>> runs = new ArrayList<>();
    Line previous = null;
    for (Line line : lines) {
      if (previous == null || !follows(previous, line)) {
        runs.add(new ArrayList<>());
      }
      runs.get(runs.size() - 1).add(line);
      previous = line;
    }
    return runs;
  }

  private static boolean follows(Line previous, Line line) {
    return previous.page() == line.page()
        && previous.face().direction() == line.face().direction()
        && line.y() > previous.y() + 0.3 * Math.min(line.size(), previous.size())
        && line.box().overlaps(previous.box());
  }

  /** Cells begin beside one another, in at least two rows or three columns. */
  private static boolean[] cells(List<List<Line>> runs) {
    boolean[] cells = new boolean[runs.size()];
    int from = 0;
    while (from < cells.length) {
      int to = from + 1;
      int rows = 1;
      int widest = 1;
      int width = 1;
      while (to < cells.length && isNextCell(runs.get(to - 1), runs.get(to))) {
        boolean beside = isBeside(runs.get(to - 1), runs.get(to));
        rows += beside ? 0 : 1;
        width = beside ? width + 1 : 1;
        widest = Math.max(widest, width);
        to++;
      }
      if (to - from >= MIN_CELLS && widest >= 2 && (rows >= 2 || widest >= 3)) {
        for (int i = from; i < to; i++) {
          cells[i] = inRow(runs, i, from, to);
        }
      }
      from = to;
    }
    return cells;
  }

  private static boolean inRow(List<List<Line>> runs, int i, int from, int to) {
    return (i > from && isBeside(runs.get(i - 1), runs.get(i)))
        || (i + 1 < to && isBeside(runs.get(i), runs.get(i + 1)));
  }

  private static boolean isBeside(List<Line> left, List<Line> right) {
    return left.get(0).isBeside(right.get(0)) && left.get(0).right() <= right.get(0).left();
  }

  /** Beside the cell before, or below it at the beginning of the next row. */
  private static boolean isNextCell(List<Line> previous, List<Line> next) {
    Line first = next.get(0);
    Line last = previous.get(previous.size() - 1);
    boolean below =
        first.page() == last.page()
            && first.left() < previous.get(0).left()
            && first.y() > previous.get(0).y();
    return isBeside(previous, next) || below;
  }

  /** For each run the number of the band of lines between the same margins. */
  private static int[] bands(List<List<Line>> runs) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingInt(i -> -runs.get(i).size()));
    int[] bands = new int[runs.size()];
    List<Box> boxes = new ArrayList<>();
    for (int i : order) {
      Box box = box(runs.get(i));
      double em = runs.get(i).get(0).size();
      int best = -1;
      for (int band = 0; band < boxes.size(); band++) {
        Box other = boxes.get(band);
        boolean sameRight = Math.abs(box.right() - other.right()) < NEAR * em;
        boolean inside = runs.get(i).size() <= FEW_LINES && box.right() < other.right() + em;
        boolean sameLeft = box.left() > other.left() - em && box.left() < other.left() + NEAR * em;
        boolean centred = inside && box.left() > other.left();
        if ((sameLeft && sameRight) || (best < 0 && (centred || (sameLeft && inside)))) {
          best = band;
        }
      }
      if (best < 0) {
        best = boxes.size();
        boxes.add(box);
      } else {
        boxes.set(best, boxes.get(best).with(box));
      }
      bands[i] = best;
    }
    return bands;
  }

  private static Box box(List<Line> lines) {
    Box box = lines.get(0).box();
    for (Line line : lines) {
      box = box.with(line.box());
    }
    return box;
  }

  private static Margins margins(List<Line> lines) {
    double right = lines.stream().mapToDouble(Line::right).max().orElse(0);
    Map<Long, Integer> lefts = new TreeMap<>();
    lines.forEach(line -> lefts.merge(Math.round(line.left()), 1, Integer::sum));
    double em = lines.get(lines.size() / 2).size();
    long left =
        lefts.entrySet().stream()
            .filter(entry -> entry.getValue() >= Math.max(1, MARGIN_SHARE * lines.size()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseGet(() -> lefts.keySet().iterator().next());
    double indent =
        lefts.entrySet().stream()
            .filter(e -> e.getKey() > left + MIN_INDENT * em && e.getKey() < left + MAX_INDENT * em)
            .filter(entry -> entry.getValue() >= Math.max(2, MARGIN_SHARE / 2 * lines.size()))
            .max(Map.Entry.comparingByValue())
            .map(entry -> (double) entry.getKey() - left)
            .orElse(0.0);
    return new Margins(left, right, indent);
  }
}
