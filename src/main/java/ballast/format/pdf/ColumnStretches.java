package ballast.format.pdf;

import ballast.format.pdf.Glyph.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Divides lines into stretches, and finds margins from all stretches with similar edges. */
final class ColumnStretches {

  private static final double NEAR = 2.5;
  private static final int FEW_LINES = 3;
  private static final int MAX_BANDS = 200;
  private static final double MIN_INDENT = 0.8;
  private static final double MAX_INDENT = 5;
  private static final double MARGIN_SHARE = 0.1;

  private ColumnStretches() {}

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

  private static boolean leaves(Line cell, Line line) {
    return line.left() < cell.left() - line.size();
  }

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
    return lines.stream().map(Line::box).reduce(Box::with).orElseThrow();
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

  /**
   * Consecutive lines down a page without a jump: a column, its part between two pictures, or the
   * cell of a table.
   */
  record Stretch(List<Line> lines, Margins margins, boolean cell) {

    Stretch {
      lines = List.copyOf(lines);
    }

    Line first() {
      return lines.get(0);
    }

    Line last() {
      return lines.get(lines.size() - 1);
    }
  }

  /**
   * Distinguishes the cells of tables from the words of a widely spaced line: cells are aligned in
   * several rows.
   *
   * @param lines the lines, with the parts of one line merged
   * @param cells the first lines of cells
   */
  private record TableRows(List<Line> lines, Set<Line> cells) {

    private static final double ALIGNED = 4;

    TableRows {
      lines = List.copyOf(lines);
      cells = Set.copyOf(cells);
    }

    static TableRows of(List<Line> lines) {
      List<List<Line>> rows = rows(runs(lines));
      Set<Line> cells = new HashSet<>();
      for (int i = 0; i < rows.size(); i++) {
        List<Line> row = rows.get(i);
        boolean above = i > 0 && areAligned(rows.get(i - 1), row);
        boolean below = i + 1 < rows.size() && areAligned(row, rows.get(i + 1));
        if (above || below) {
          cells.addAll(row);
        }
      }
      List<Line> merged = new ArrayList<>();
      for (Line line : lines) {
        Line previous = merged.isEmpty() ? null : merged.get(merged.size() - 1);
        if (previous != null
            && isRightOf(previous, line)
            && !cells.contains(line)
            && !areNotes(previous, line)) {
          merged.set(merged.size() - 1, previous.with(line));
        } else {
          merged.add(line);
        }
      }
      return new TableRows(merged, cells);
    }

    private static boolean areNotes(Line left, Line right) {
      return FootNotes.isLabelled(left.text()) && FootNotes.isLabelled(right.text());
    }

    private static List<Line> runs(List<Line> lines) {
      List<Line> starts = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        boolean follows = i > 0 && lines.get(i).follows(lines.get(i - 1));
        boolean leads = i + 1 < lines.size() && isRightOf(lines.get(i), lines.get(i + 1));
        if (!follows || leads) {
          starts.add(lines.get(i));
        }
      }
      return starts;
    }

    /** A row has at least two starts; it ends where another begins below. */
    private static List<List<Line>> rows(List<Line> starts) {
      List<List<Line>> rows = new ArrayList<>();
      List<Line> row = new ArrayList<>();
      for (Line start : starts) {
        if (!row.isEmpty() && !isRightOf(row.get(row.size() - 1), start)) {
          if (row.size() > 1) {
            rows.add(row);
          }
          row = new ArrayList<>();
        }
        row.add(start);
      }
      if (row.size() > 1) {
        rows.add(row);
      }
      return rows;
    }

    private static boolean isRightOf(Line left, Line right) {
      return left.isBeside(right) && left.right() <= right.left();
    }

    private static boolean areAligned(List<Line> row, List<Line> next) {
      if (row.get(0).page() != next.get(0).page() || next.get(0).y() <= row.get(0).y()) {
        return false;
      }
      int aligned = 0;
      int at = 0;
      for (Line cell : row) {
        while (at < next.size() && next.get(at).right() < cell.left()) {
          at++;
        }
        aligned += at < next.size() && isAligned(cell, next.get(at)) ? 1 : 0;
      }
      return aligned > 1;
    }

    private static boolean isAligned(Line cell, Line below) {
      return Math.abs(cell.left() - below.left()) < ALIGNED
          || Math.abs(cell.right() - below.right()) < ALIGNED
          || Math.abs(cell.left() + cell.right() - below.left() - below.right()) < 2 * ALIGNED;
    }
  }

  /**
   * The edges of the lines of a column.
   *
   * @param left left edge of lines without indent, in points
   * @param right right edge of full lines, in points
   * @param indent indent of the first lines of paragraphs, in points; 0 if they have none
   */
  record Margins(double left, double right, double indent) {}
}
