package ballast.format.pdf;

import ballast.bitext.BlockType;
import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import ballast.format.article.BlockLabels;
import ballast.format.article.FoundBlock;
import ballast.format.article.LineJoiner;
import ballast.format.file.Characters;
import ballast.format.pdf.ColumnStretches.Stretch;
import ballast.format.pdf.Glyph.Face;
import ballast.format.pdf.Line.PageLines;
import ballast.language.DisplayWidth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns the lines of pages into typed blocks: the text in reading order, then the notes. Running
 * heads are between the paragraphs, once each, at their first place; page numbers are omitted. As
 * text they would come between the sentences of a translation with other page breaks.
 */
final class PrintedText {

  private static final int MAX_HEADING = 200;
  private static final int MAX_BOLD_HEADING = 100;

  private final List<PageLines> pages;
  private final Set<Line> heads;
  private final Measures measures;
  private final Set<Line> notes;
  private final Set<String> labels;
  private final LineJoiner joiner;
  private final Map<Long, Integer> levels;

  PrintedText(List<PageLines> pages) {
    this.heads = RunningHeads.find(pages);
    this.pages = pages;
    List<PageLines> bare =
        pages.stream().map(page -> new PageLines(page.height(), text(page))).toList();
    this.measures = new Measures(bare);
    this.notes = new FootNotes(measures).find(bare);
    this.labels = FootNotes.labels(notes);
    this.joiner = LineJoiner.ofPrint(lines().map(Line::text).toList());
    this.levels = levels();
  }

  private Stream<Line> lines() {
    return pages.stream().flatMap(page -> page.lines().stream());
  }

  private List<Line> text(PageLines page) {
    return page.lines().stream().filter(line -> !heads.contains(line)).toList();
  }

  List<FoundBlock> blocks() {
    List<Line> text =
        lines()
            .filter(line -> !heads.contains(line) && !notes.contains(line))
            .map(line -> line.withoutMarksBut(labels))
            .toList();
    List<Stretch> stretches = ColumnStretches.of(text);
    NavigableMap<Integer, List<Line>> headsByPage = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    lines()
        .filter(line -> heads.contains(line) && !RunningHeads.isPageNumber(line))
        .filter(line -> seen.add(RunningHeads.withoutNumbers(line)))
        .forEach(l -> headsByPage.computeIfAbsent(l.page(), p -> new ArrayList<>()).add(l));
    List<FoundBlock> blocks = new ArrayList<>();
    Set<Line> cells = new HashSet<>();
    stretches.stream().filter(Stretch::cell).forEach(s -> cells.addAll(s.lines()));
    for (List<Line> paragraph : new Paragraphs().of(stretches)) {
      flush(headsByPage, paragraph.get(0).page(), blocks);
      blocks.add(block(paragraph, cells.contains(paragraph.get(0))));
    }
    flush(headsByPage, Integer.MAX_VALUE, blocks);
    List<Line> small =
        lines().filter(notes::contains).map(line -> line.withoutMarksBut(Set.of())).toList();
    for (List<Line> note : new Paragraphs().of(ColumnStretches.of(small))) {
      blocks.add(FoundBlock.of(joined(note).text(), BlockType.NOTE, place(note)));
    }
    return blocks;
  }

  private static void flush(
      NavigableMap<Integer, List<Line>> byPage, int page, List<FoundBlock> blocks) {
    Map<Integer, List<Line>> due = byPage.headMap(page, true);
    for (List<Line> lines : due.values()) {
      for (Line line : lines) {
        blocks.add(FoundBlock.of(line.text(), BlockType.FURNITURE, place(List.of(line))));
      }
    }
    due.clear();
  }

  private static String place(List<Line> lines) {
    return "page " + lines.get(0).page();
  }

  private LineJoiner.Joined joined(List<Line> lines) {
    return joiner.joinText(lines.stream().map(Line::text).toList());
  }

  private FoundBlock block(List<Line> lines, boolean cell) {
    LineJoiner.Joined joined = joined(lines);
    String text = joined.text();
    BlockType type = cell ? BlockType.CELL : type(lines, text);
    int level =
        type == BlockType.HEADING ? levels.getOrDefault(size(lines.get(0)), levels.size() + 1) : 0;
    return new FoundBlock(
        text, type, level, place(lines), List.of(), codes(lines, joined), List.of());
  }

  /** Returns the marks of notes as codes: they are not words of the sentence. */
  private static List<InlineCode> codes(List<Line> lines, LineJoiner.Joined joined) {
    List<InlineCode> codes = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      for (Line.Mark mark : lines.get(i).marks()) {
        int offset = Math.min(joined.starts().get(i) + mark.offset(), joined.text().length());
        String id = "id=\"" + (codes.size() + 1) + "\" type=\"other\"";
        codes.add(new InlineCode(Side.SOURCE, offset, "ph", id, mark.label()));
      }
    }
    return codes;
  }

  private BlockType type(List<Line> lines, String text) {
    if (BlockLabels.isCaption(text)) {
      return BlockType.CAPTION;
    }
    boolean larger = lines.stream().allMatch(measures::isLarger);
    if (larger && text.length() <= MAX_HEADING) {
      return BlockType.HEADING;
    }
    boolean heavier = lines.stream().allMatch(measures::isHeavier);
    if (heavier && text.length() <= MAX_BOLD_HEADING && !Characters.endsSentence(text)) {
      return BlockType.HEADING;
    }
    return BlockLabels.isListItem(text) ? BlockType.LIST_ITEM : BlockType.PARAGRAPH;
  }

  private static long size(Line line) {
    return Math.round(line.size() * 2);
  }

  /** Returns the sizes of headings and their ranks, the largest first. */
  private Map<Long, Integer> levels() {
    Map<Long, Integer> ranks = new HashMap<>();
    lines()
        .filter(line -> !heads.contains(line) && measures.isLarger(line))
        .map(PrintedText::size)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .forEach(size -> ranks.put(size, ranks.size() + 1));
    return ranks;
  }

  /**
   * Finds running heads, feet and page numbers: lines at the edge of a page that recur at the same
   * height, ignoring numbers.
   */
  private static final class RunningHeads {

    /** Maximum number of baselines at either edge of a page for heads or feet. */
    private static final int DEPTH = 3;

    /** Maximum number of lines on one baseline; more are cells of a table. */
    private static final int MAX_ROW = 20;

    private static final double SAME_HEIGHT = 4;

    /** Enough to see recurring lines; a file may have thousands of pages. */
    private static final int MAX_COMPARED = 50;

    private static final int MAX_LOOKED_AT = 500;

    private static final Pattern NUMBER =
        Pattern.compile("\\d{1,6}+|(?<![\\p{L}'’])(?:[ivxlc]{1,7}|[IVXLC]{1,7})(?!\\p{L})");
    private static final String ROMAN = "ivxlc";
    private static final int[] ROMAN_VALUES = {1, 5, 10, 50, 100};

    private final List<PageLines> pages;
    private final Measures measures;
    private final Map<String, List<Line>> candidates = new HashMap<>();
    private final IdentityHashMap<Line, List<Integer>> numbers = new IdentityHashMap<>();
    private final Set<Line> found = new HashSet<>();

    private RunningHeads(List<PageLines> pages) {
      this.pages = pages;
      this.measures = new Measures(pages);
    }

    static Set<Line> find(List<PageLines> pages) {
      RunningHeads heads = new RunningHeads(pages);
      for (PageLines page : pages) {
        for (boolean top : new boolean[] {true, false}) {
          heads.edge(page, top).stream()
              .flatMap(List::stream)
              .forEach(
                  line ->
                      heads
                          .candidates
                          .computeIfAbsent(place(line, top, 0), key -> new ArrayList<>())
                          .add(line));
        }
      }
      for (PageLines page : pages) {
        heads.mark(page, true);
        heads.mark(page, false);
      }
      heads.markChanging();
      return heads.found;
    }

    static boolean isPageNumber(Line head) {
      return withoutNumbers(head).codePoints().noneMatch(Character::isLetter);
    }

    /** Returns the text of a line with a sign for each number. */
    static String withoutNumbers(Line line) {
      return NUMBER.matcher(line.text()).replaceAll("#");
    }

    /** Returns a line's words, edge and height, which is rounded and moved by some steps. */
    private static String place(Line line, boolean top, int steps) {
      return (Math.round(line.y() / SAME_HEIGHT) + steps)
          + (top ? "t" : "b")
          + withoutNumbers(line);
    }

    private Stream<Line> nearby(Line line, boolean top) {
      return Stream.of(0, -1, 1)
          .flatMap(steps -> candidates.getOrDefault(place(line, top, steps), List.of()).stream());
    }

    /** Returns the outermost baselines of a page, from its edge inwards. */
    private List<List<Line>> edge(PageLines page, boolean top) {
      Comparator<Line> order = Comparator.comparingDouble(Line::y);
      List<Line> sorted = page.lines().stream().sorted(top ? order : order.reversed()).toList();
      List<List<Line>> rows = new ArrayList<>();
      double y = Double.NaN;
      for (Line line : sorted) {
        if (!(Math.abs(line.y() - y) <= SAME_HEIGHT)) {
          if (rows.size() == DEPTH) {
            break;
          }
          rows.add(new ArrayList<>());
          y = line.y();
        }
        List<Line> row = rows.get(rows.size() - 1);
        if (row.size() < MAX_ROW) {
          row.add(line);
        }
      }
      return rows;
    }

    private void mark(PageLines page, boolean top) {
      for (List<Line> row : edge(page, top)) {
        List<Line> repeated = row.stream().filter(line -> isRepeated(line, top)).toList();
        found.addAll(repeated);
        if (repeated.isEmpty()) {
          return;
        }
      }
    }

    private boolean isRepeated(Line line, boolean top) {
      String key = withoutNumbers(line);
      if (pages.size() == 1) {
        return line.text().equals("1") && !top;
      }
      List<Line> others =
          nearby(line, top)
              .limit(MAX_LOOKED_AT)
              .filter(other -> other.page() != line.page() && isAtSameHeight(line, other))
              .limit(MAX_COMPARED)
              .toList();
      // "1 Ibid." and "2 Ibid." on two pages are notes.
      int needed = key.equals("#") ? 1 : Math.min(2, pages.size() - 1);
      return others.stream().anyMatch(other -> line.text().equals(other.text()))
          || others.stream().filter(other -> countsPages(line, other)).limit(needed).count()
              == needed;
    }

    /** Whether a number in both increases with the pages. "Chapter 3" and "Chapter 4" do not. */
    private boolean countsPages(Line line, Line other) {
      if (measures.isLarger(line) && !withoutNumbers(line).equals("#")) {
        return false;
      }
      List<Integer> numbers = numbers(line);
      List<Integer> others = numbers(other);
      for (int i = 0; i < Math.min(numbers.size(), others.size()); i++) {
        if (numbers.get(i) - others.get(i) == line.page() - other.page()) {
          return true;
        }
      }
      return false;
    }

    private List<Integer> numbers(Line line) {
      return numbers.computeIfAbsent(line, RunningHeads::findNumbers);
    }

    private static List<Integer> findNumbers(Line line) {
      return NUMBER.matcher(line.text()).results().map(found -> value(found.group())).toList();
    }

    private static int value(String number) {
      if (Character.isDigit(number.charAt(0))) {
        return Integer.parseInt(number);
      }
      int value = 0;
      int last = 0;
      for (int i = number.length() - 1; i >= 0; i--) {
        int digit = ROMAN_VALUES[ROMAN.indexOf(Character.toLowerCase(number.charAt(i)))];
        value += digit < last ? -digit : digit;
        last = digit;
      }
      return value;
    }

    private static boolean isAtSameHeight(Line line, Line other) {
      return Math.abs(line.y() - other.y()) <= SAME_HEIGHT && line.face().sameSize(other.face());
    }

    /** Marks heads that name the chapter: other words, at the height of recurring heads. */
    private void markChanging() {
      Set<Line> repeated = Set.copyOf(found);
      Set<String> heights = new HashSet<>();
      repeated.stream()
          .filter(line -> !withoutNumbers(line).equals("#"))
          .forEach(line -> heights.add(height(line)));
      for (PageLines page : pages) {
        for (boolean top : new boolean[] {true, false}) {
          List<List<Line>> rows = edge(page, top);
          if (rows.size() > 1) {
            rows.get(0).stream().filter(l -> heights.contains(height(l))).forEach(found::add);
          }
        }
      }
    }

    private static String height(Line line) {
      return Math.round(line.y()) + " " + Math.round(line.size() * 2);
    }
  }

  /**
   * Combines lines into paragraphs. A paragraph ends where the next line is farther away, indented
   * or printed differently, and where the first word of the next line would still have fitted.
   */
  private final class Paragraphs {

    private static final double FARTHER = 1.2;

    /** In lines. */
    private static final double PICTURE = 3;

    /** In ems. */
    private static final double INDENT = 0.8;

    private static final double WIDE_SLACK = 1.2;
    private static final double SLACK = 0.6;
    private static final int BLOCK_LINES = 3;
    private static final int NEIGHBOURS = 60;

    private final List<List<Line>> paragraphs = new ArrayList<>();
    private List<Line> open = new ArrayList<>();
    private Set<Long> hanging = Set.of();

    List<List<Line>> of(List<Stretch> stretches) {
      Stretch previous = null;
      for (Stretch stretch : stretches) {
        if (previous != null && !runsOver(previous, stretch)) {
          end();
        }
        add(stretch);
        previous = stretch;
      }
      end();
      return paragraphs;
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
          || !(full || measures.isLarger(previous));
    }

    /** Whether a line of small print begins the next note. */
    private boolean isNextNote(Line previous, Line next, boolean full) {
      return measures.isSmaller(next)
          && FootNotes.isLabelled(open.get(0).text())
          && FootNotes.isLabelled(next.text())
          && (!full || Characters.endsSentence(previous.text()));
    }

    /** Whether a sentence clearly continues after a picture in the middle of it. */
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

    private boolean isList() {
      return BlockLabels.isListItem(open.get(0).text());
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
      if (measures.isLarger(previous) && measures.isLarger(next)) {
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

    /** Whether the lines after the first are indented, as in lists. */
    private boolean isHanging(Line next) {
      return isList() || FootNotes.isLabelled(open.get(0).text()) || hanging.contains(size(next));
    }

    /**
     * Returns the sizes of lines whose paragraphs have a hanging indent: there the lines before a
     * step to the left are short, elsewhere those before a step to the right.
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
      steps.values().removeIf(step -> step <= 1);
      return steps.keySet();
    }

    /** Whether a line belongs to several with the same indent, such as a quotation. */
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

    /** Whether the paragraph at the end of a column or page continues in the next. */
    private boolean runsOver(Stretch previous, Stretch next) {
      Line last = previous.last();
      Line first = next.first();
      if (previous.cell()
          || next.cell()
          || last.isBeside(first)
          || measures.isLarger(last)
          || !last.face()
              .equals(new Face(last.size(), first.face().bold(), first.face().direction()))
          || !last.face().sameSize(first.face())
          || BlockLabels.isListItem(first.text())
          || (measures.isSmaller(first) && FootNotes.isLabelled(first.text()))
          || (last.page() == first.page() && first.y() > last.y())) {
        return false;
      }
      double indent = first.left() - next.margins().left();
      boolean hanging =
          open.size() > 1
              && Math.abs(indent - (last.left() - previous.margins().left()))
                  < INDENT * last.size();
      return (indent < INDENT * first.size() || hanging)
          && isFull(last, first, right(previous, previous.lines().size() - 1));
    }
  }
}
