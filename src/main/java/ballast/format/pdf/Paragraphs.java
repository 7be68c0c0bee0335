package ballast.format.pdf;

import ballast.format.article.BlockLabels;
import ballast.format.file.Characters;
import ballast.language.DisplayWidth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts lines together to paragraphs: a paragraph ends where the next line is farther away, indented
 * or printed otherwise, and where the first word of the next line would still have fitted.
 */
final class Paragraphs {

  private static final double FARTHER = 1.2;

  /** In lines. */
  private static final double PICTURE = 3;

  /** In ems. */
  private static final double INDENT = 0.8;

  private static final double WIDE_SLACK = 1.2;
  private static final double SLACK = 0.6;
  private static final int BLOCK_LINES = 3;
  private static final int NEIGHBOURS = 60;

  private final Measures measures;
  private final List<List<Line>> paragraphs = new ArrayList<>();
  private List<Line> open = new ArrayList<>();
  private Set<Long> hanging = Set.of();

  private Paragraphs(Measures measures) {
    this.measures = measures;
  }

  /** The paragraphs of stretches that follow one another in the order of reading. */
  static List<List<Line>> of(List<Stretch> stretches, Measures measures) {
    Paragraphs paragraphs = new Paragraphs(measures);
    Stretch previous = null;
    for (Stretch stretch : stretches) {
      if (previous != null && !paragraphs.runsOver(previous, stretch)) {
        paragraphs.end();
      }
      paragraphs.add(stretch);
      previous = stretch;
    }
    paragraphs.end();
    return paragraphs.paragraphs;
  }

  private void end() {
    if (!open.isEmpty()) {
      paragraphs.add(open);
      open = new ArrayList<>();
    }
  }

  private void add(Stretch stretch) {
    hanging = hanging(stretch);
    for (int i = 0; i < stretch.lines().size(); i++) {
      if (i > 0 && endsBefore(stretch, i)) {
        end();
      }
      open.add(stretch.lines().get(i));
    }
  }

  private boolean endsBefore(Stretch stretch, int i) {
    Line previous = stretch.lines().get(i - 1);
    Line next = stretch.lines().get(i);
    double distance = (next.y() - previous.y()) / measures.pitch(next);
    if (distance > FARTHER + 0.5 / next.size()) {
      return distance < PICTURE || !goesOnBelow(stretch, i);
    }
    if (isNextNote(previous, next, isFull(previous, next, right(stretch, i - 1)))) {
      return true;
    }
    if (stretch.cell()) {
      return BlockLabels.isListItem(next.text());
    }
    boolean full = isFull(previous, next, right(stretch, i - 1));
    return isPrintedOtherwise(previous, next, full)
        || (BlockLabels.isListItem(next.text())
            && (!full || Characters.endsSentence(previous.text()) || isList()))
        || isMoved(stretch, i)
        || !(full || isHeading(previous));
  }

  /** Whether a line of small print begins the next note. */
  private boolean isNextNote(Line previous, Line next, boolean full) {
    return measures.isSmaller(next)
        && FootNotes.isLabelled(open.get(0).text())
        && FootNotes.isLabelled(next.text())
        && (!full || Characters.endsSentence(previous.text()));
  }

  /** Whether a sentence clearly goes on behind a picture that stands in the middle of it. */
  private boolean goesOnBelow(Stretch stretch, int i) {
    Line previous = stretch.lines().get(i - 1);
    Line next = stretch.lines().get(i);
    return !stretch.cell()
        && measures.isBody(previous)
        && previous.face().equals(next.face())
        && Character.isLowerCase(next.text().codePointAt(0))
        && !Characters.endsSentence(previous.text())
        && isFull(previous, next, right(stretch, i - 1));
  }

  /** Whether the open paragraph is an entry of a list. */
  private boolean isList() {
    return BlockLabels.isListItem(open.get(0).text());
  }

  private boolean isHeading(Line line) {
    return measures.isLarger(line);
  }

  private static boolean isPrintedOtherwise(Line previous, Line next, boolean full) {
    if (!previous.face().sameSize(next.face())) {
      return true;
    }
    boolean open = full && !Characters.endsSentence(previous.text());
    return previous.face().bold() != next.face().bold() && !open;
  }

  /** Whether the left edge of the next line shows that a paragraph begins. */
  private boolean isMoved(Stretch stretch, int i) {
    Line previous = stretch.lines().get(i - 1);
    Line next = stretch.lines().get(i);
    if (isHeading(previous) && isHeading(next)) {
      return false;
    }
    double em = next.size();
    double moved = (next.left() - previous.left()) / em;
    if (moved > INDENT) {
      return !(open.size() == 1 && isHanging(next));
    }
    if (moved < -INDENT) {
      return open.size() > 1 || hanging.contains(size(next));
    }
    double indent = stretch.margins().indent();
    boolean indented =
        indent > 0 && Math.abs(next.left() - stretch.margins().left() - indent) < INDENT / 2 * em;
    return indented && open.size() == 1 && !isBlock(stretch, i) && !isList();
  }

  /** Whether the lines from the second on stand to the right of the first, as in lists. */
  private boolean isHanging(Line next) {
    return isList() || FootNotes.isLabelled(open.get(0).text()) || hanging.contains(size(next));
  }

  private static long size(Line line) {
    return Math.round(line.size() * 2);
  }

  /**
   * The sizes of lines whose paragraphs begin farther to the left than they go on: there the lines
   * before a step to the left are short, elsewhere those before a step to the right.
   */
  private static Set<Long> hanging(Stretch stretch) {
    Map<Long, Integer> steps = new HashMap<>();
    for (int i = 1; i < stretch.lines().size(); i++) {
      Line previous = stretch.lines().get(i - 1);
      Line next = stretch.lines().get(i);
      double moved = (next.left() - previous.left()) / next.size();
      if (previous.face().sameSize(next.face()) && Math.abs(moved) > INDENT) {
        boolean full = isFull(previous, next, stretch.margins().right());
        steps.merge(size(next), (moved > 0) == full ? 1 : -1, Integer::sum);
      }
    }
    Set<Long> sizes = new HashSet<>();
    steps.forEach((size, step) -> addIf(step > 1, size, sizes));
    return sizes;
  }

  private static void addIf(boolean wanted, long size, Set<Long> sizes) {
    if (wanted) {
      sizes.add(size);
    }
  }

  /** Whether a line belongs to several that are all indented alike, such as a quotation. */
  private static boolean isBlock(Stretch stretch, int i) {
    return to(stretch, i) - from(stretch, i) > BLOCK_LINES
        && Math.abs(stretch.lines().get(i).right() - stretch.lines().get(i - 1).right())
            < stretch.lines().get(i).size();
  }

  private static int from(Stretch stretch, int i) {
    int from = i;
    while (from > 0 && from > i - NEIGHBOURS && isAligned(stretch, from - 1, i)) {
      from--;
    }
    return from;
  }

  private static int to(Stretch stretch, int i) {
    int to = i + 1;
    while (to < Math.min(stretch.lines().size(), i + NEIGHBOURS) && isAligned(stretch, to, i)) {
      to++;
    }
    return to;
  }

  private static boolean isAligned(Stretch stretch, int one, int other) {
    Line line = stretch.lines().get(one);
    return Math.abs(line.left() - stretch.lines().get(other).left()) < INDENT / 2 * line.size()
        && line.face().sameSize(stretch.lines().get(other).face());
  }

  /** The right edge that a line could have reached. */
  private static double right(Stretch stretch, int i) {
    Line line = stretch.lines().get(i);
    double indent = line.left() - stretch.margins().left();
    int from = from(stretch, i);
    int to = to(stretch, i);
    if (indent < INDENT * line.size() || to - from < BLOCK_LINES) {
      return stretch.margins().right();
    }
    return stretch.lines().subList(from, to).stream().mapToDouble(Line::right).max().orElse(0);
  }

  private static boolean isFull(Line line, Line next, double right) {
    int last = line.text().codePointBefore(line.text().length());
    boolean wide = DisplayWidth.isWide(next.text().codePointAt(0));
    double slack = (wide || DisplayWidth.isWide(last) ? WIDE_SLACK : SLACK) * line.size();
    double space = wide ? 0 : 0.25 * line.size();
    return line.right() + space + next.lead() > right - slack;
  }

  /** Whether the paragraph at the end of a column or page goes on in the next. */
  private boolean runsOver(Stretch previous, Stretch next) {
    Line last = previous.last();
    Line first = next.first();
    if (previous.cell()
        || next.cell()
        || last.isBeside(first)
        || isHeading(last)
        || !last.face().equals(new Face(last.size(), first.face().bold(), first.face().direction()))
        || !last.face().sameSize(first.face())
        || BlockLabels.isListItem(first.text())
        || (measures.isSmaller(first) && FootNotes.isLabelled(first.text()))
        || (last.page() == first.page() && first.y() > last.y())) {
      return false;
    }
    double indent = first.left() - next.margins().left();
    boolean hanging =
        open.size() > 1
            && Math.abs(indent - (last.left() - previous.margins().left())) < INDENT * last.size();
    return (indent < INDENT * first.size() || hanging)
        && isFull(last, first, right(previous, previous.lines().size() - 1));
  }
}
