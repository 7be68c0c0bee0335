package ballast.format.pdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells the cells of tables from the words of a line that stand far apart: cells stand below one
 * another in several rows.
 *
 * @param lines the lines, parts of one line put together
 * @param cells the first lines of cells
 */
record TableRows(List<Line> lines, Set<Line> cells) {

  private static final double ALIGNED = 4;

  TableRows {
    lines = List.copyOf(lines);
    cells = Set.copyOf(cells);
  }

  /** Looks for tables in lines that are in the order of reading. */
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

  /** Notes at the foot of two columns. */
  private static boolean areNotes(Line left, Line right) {
    return FootNotes.isLabelled(left.text()) && FootNotes.isLabelled(right.text());
  }

  /** The first lines of stretches. */
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

  /** Starts beside one another, at least two in a row; a row ends where another stands below. */
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
