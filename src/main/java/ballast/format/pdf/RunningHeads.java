package ballast.format.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds running heads, feet and page numbers: lines at the edge of a page that come again at the
 * same height, numbers apart.
 */
final class RunningHeads {

  /** Baselines at either edge of a page that can be heads or feet. */
  private static final int DEPTH = 3;

  /** What stands on one baseline; more are cells of a table. */
  private static final int MAX_ROW = 20;

  private static final double SAME_HEIGHT = 4;

  /** Enough to see what comes again; a file may have thousands of pages. */
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

  /** The lines of all pages that are running heads, feet or page numbers. */
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

  /** Whether a running head consists of numbers and signs. */
  static boolean isPageNumber(Line head) {
    return withoutNumbers(head).codePoints().noneMatch(Character::isLetter);
  }

  /** The text of a line with a sign in the place of each number. */
  static String withoutNumbers(Line line) {
    return NUMBER.matcher(line.text()).replaceAll("#");
  }

  /** A line's words, edge and height, which is rounded and moved by some steps. */
  private static String place(Line line, boolean top, int steps) {
    return (Math.round(line.y() / SAME_HEIGHT) + steps) + (top ? "t" : "b") + withoutNumbers(line);
  }

  private Stream<Line> nearby(Line line, boolean top) {
    return Stream.of(0, -1, 1)
        .flatMap(steps -> candidates.getOrDefault(place(line, top, steps), List.of()).stream());
  }

  /** The outermost baselines of a page, from its edge inwards. */
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

  /** Whether a number in both grows as the pages do. "Chapter 3" and "Chapter 4" do not. */
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

  /** Heads that name the chapter: other words, at the height of heads that came again. */
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
