package ballast.format.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Divides lines into stretches and finds the margins of each from all that stand alike. */
final class Stretches {

  private static final double NEAR = 2.5;
  private static final int FEW_LINES = 3;
  private static final int MAX_BANDS = 200;
  private static final double MIN_INDENT = 0.8;
  private static final double MAX_INDENT = 5;
  private static final double MARGIN_SHARE = 0.1;

  private Stretches() {}

  /** The stretches of lines that are in the order of reading. */
  static List<Stretch> of(List<Line> lines) {
    TableRows table = TableRows.of(lines);
    List<List<Line>> runs = runs(table);
    int[] bands = bands(runs);
    Map<Integer, List<Line>> byBand = new HashMap<>();
    for (int i = 0; i < bands.length; i++) {
      byBand.computeIfAbsent(bands[i], band -> new ArrayList<>()).addAll(runs.get(i));
    }
    Map<Integer, Margins> margins = new HashMap<>();
    byBand.forEach((band, all) -> margins.put(band, margins(all)));
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < bands.length; i++) {
      boolean cell = table.cells().contains(runs.get(i).get(0));
      Margins own = cell ? margins(runs.get(i)) : Objects.requireNonNull(margins.get(bands[i]));
      stretches.add(new Stretch(runs.get(i), own, cell));
    }
    return stretches;
  }

  private static List<List<Line>> runs(TableRows table) {
    List<List<Line>> runs = new ArrayList<>();
    List<Line> run = new ArrayList<>();
    for (Line line : table.lines()) {
      boolean goesOn =
          !run.isEmpty()
              && line.follows(run.get(run.size() - 1))
              && !table.cells().contains(line)
              && !(table.cells().contains(run.get(0)) && leaves(run.get(0), line));
      if (!goesOn) {
        run = new ArrayList<>();
        runs.add(run);
      }
      run.add(line);
    }
    return runs;
  }

  /** Whether a line below a cell reaches out of it to the left. */
  private static boolean leaves(Line cell, Line line) {
    return line.left() < cell.left() - line.size();
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
      if (best < 0 && boxes.size() == MAX_BANDS) {
        best = MAX_BANDS - 1;
      } else if (best < 0) {
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
