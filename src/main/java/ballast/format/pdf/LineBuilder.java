package ballast.format.pdf;

import ballast.format.article.BlockLabels;
import ballast.language.DisplayWidth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the characters of a page together to lines, in the order of the file.
 *
 * <p>All distances are in ems, multiples of the font's size.
 */
final class LineBuilder {

  /** Smaller than the space between words, larger than kerning. */
  private static final double WORD_GAP = 0.17;

  /** Between Chinese and Latin letters a quarter of an em is not a space but good print. */
  private static final double MIXED_GAP = 0.6;

  private static final double WIDE_GAP = 0.9;

  /** What is farther apart belongs to another column of a table. */
  private static final double COLUMN_GAP = 2.6;

  private static final double LABEL_GAP = 6;
  private static final double SMALL = 0.8;
  private static final double RISE = 0.2;
  private static final String SIGNS = "*†‡§¶＊①②③④⑤⑥⑦⑧⑨⑩[]〔〕";
  private static final double TWICE = 0.08;
  private static final double RAISED = 0.6;
  private static final String NEVER_FIRST = "，。、；：？！”’）》】〉」』…—％,.;:?!)]}%";

  private final int page;
  private final List<Line> lines = new ArrayList<>();
  private final Map<Long, Box> printed = new HashMap<>();
  private final List<Glyph> current = new ArrayList<>();
  private @Nullable Glyph base;

  private LineBuilder(int page) {
    this.page = page;
  }

  /** The lines of a page. */
  static List<Line> lines(PrintedPage page) {
    LineBuilder builder = new LineBuilder(page.number());
    page.glyphs().forEach(builder::add);
    builder.end();
    return builder.lines;
  }

  private void add(Glyph glyph) {
    if (isPrintedTwice(glyph)) {
      return;
    }
    Glyph first = base;
    if (first == null) {
      if (!glyph.text().isBlank()) {
        begin(glyph);
      }
      return;
    }
    if (glyph.text().isBlank() || continues(first, glyph)) {
      current.add(glyph);
      if (!glyph.text().isBlank() && glyph.face().size() > first.face().size() * 1.2) {
        base = glyph;
      }
    } else {
      end();
      begin(glyph);
    }
  }

  private void begin(Glyph glyph) {
    base = glyph;
    current.add(glyph);
  }

  /** Some programs make bold print by printing a character twice, a little aside. */
  private boolean isPrintedTwice(Glyph glyph) {
    if (glyph.text().isBlank() || glyph.face().size() < 5) {
      return false;
    }
    Box box = glyph.box();
    double near = TWICE * glyph.face().size();
    long x = Math.round(box.left());
    long y = Math.round(box.y());
    for (long i = x - 1; i <= x + 1; i++) {
      for (long j = y - 1; j <= y + 1; j++) {
        Box other = printed.get(key(glyph, i, j));
        if (other != null
            && Math.abs(other.left() - box.left()) < near
            && Math.abs(other.y() - box.y()) < near) {
          return true;
        }
      }
    }
    printed.put(key(glyph, x, y), box);
    return false;
  }

  private static long key(Glyph glyph, long x, long y) {
    return ((long) glyph.text().hashCode() << 24) ^ (x << 12) ^ y;
  }

  private boolean continues(Glyph first, Glyph glyph) {
    double em = Math.max(first.face().size(), glyph.face().size());
    Box last = lastVisible().box();
    double gap = (glyph.box().left() - last.right()) / em;
    return first.face().direction() == glyph.face().direction()
        && Math.abs(glyph.box().y() - first.box().y()) < RAISED * em
        && gap > -1
        && (gap < COLUMN_GAP || (gap < LABEL_GAP && isLabel()));
  }

  private boolean isLabel() {
    if (current.size() > 6) {
      return false;
    }
    StringBuilder text = new StringBuilder();
    current.forEach(glyph -> text.append(glyph.text()));
    return BlockLabels.isListItem(text.toString().strip() + " x");
  }

  private Glyph lastVisible() {
    int last = current.size() - 1;
    while (last > 0 && current.get(last).text().isBlank()) {
      last--;
    }
    return current.get(last);
  }

  private void end() {
    if (base == null) {
      return;
    }
    while (current.get(current.size() - 1).text().isBlank()) {
      current.remove(current.size() - 1);
    }
    StringBuilder text = new StringBuilder();
    Map<Double, Integer> sizes = new HashMap<>();
    List<Line.Mark> marks = new ArrayList<>();
    boolean bold = true;
    Glyph previous = null;
    for (Glyph glyph : current) {
      if (text.length() > 0 && isMark(glyph)) {
        mark(marks, text.length(), glyph.text());
        previous = glyph;
        continue;
      }
      if (previous != null) {
        glue(text, previous, glyph);
      }
      text.append(glyph.text().isBlank() ? "" : visible(glyph));
      previous = glyph;
      bold &= glyph.face().bold() || glyph.text().isBlank();
      sizes.merge(Math.round(glyph.face().size() * 10) / 10.0, glyph.text().length(), Integer::sum);
    }
    double size =
        sizes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    Face face = new Face(size, bold, base.face().direction());
    lines.add(new Line(text.toString(), page, box(base.box().y()), face, lead(), marks));
    current.clear();
    base = null;
  }

  private boolean isMark(Glyph glyph) {
    Glyph first = base;
    return first != null
        && glyph.face().size() < SMALL * first.face().size()
        && first.box().y() - glyph.box().y() > RISE * first.face().size()
        && (Character.isDigit(glyph.text().charAt(0)) || SIGNS.indexOf(glyph.text()) >= 0);
  }

  /** Adds a character to the mark that stands there, or as a mark of its own. */
  private static void mark(List<Line.Mark> marks, int offset, String text) {
    int last = marks.size() - 1;
    if (last >= 0 && marks.get(last).offset() == offset) {
      marks.set(last, new Line.Mark(offset, marks.get(last).label() + text));
    } else {
      marks.add(new Line.Mark(offset, text));
    }
  }

  /** A soft hyphen that is printed within a line is a hyphen. */
  private String visible(Glyph glyph) {
    boolean last = glyph.equals(current.get(current.size() - 1));
    return last ? glyph.text() : glyph.text().replace('\u00AD', '-');
  }

  private Box box(double y) {
    double left = current.get(0).box().left();
    double right = current.stream().mapToDouble(glyph -> glyph.box().right()).max().orElse(left);
    return new Box(left, right, y);
  }

  private double lead() {
    double left = current.get(0).box().left();
    double right = left;
    boolean wide = false;
    for (Glyph glyph : current) {
      int first = glyph.text().codePointAt(0);
      boolean never = NEVER_FIRST.indexOf(first) >= 0;
      if (glyph.text().isBlank() || (wide && !never) || (right > left && isWide(glyph) && !never)) {
        break;
      }
      wide |= isWide(glyph);
      right = glyph.box().right();
    }
    return right - left;
  }

  /** Adds the space that is seen but not written, or written and not yet added. */
  private static void glue(StringBuilder text, Glyph previous, Glyph glyph) {
    boolean spaced = text.length() > 0 && text.charAt(text.length() - 1) == ' ';
    if (glyph.text().isBlank()) {
      if (!spaced) {
        text.append(glyph.text().charAt(0) == 0x3000 ? '\u3000' : ' ');
      }
      return;
    }
    if (previous.text().isBlank() || spaced) {
      return;
    }
    double em = Math.min(previous.face().size(), glyph.face().size());
    double gap = (glyph.box().left() - previous.box().right()) / em;
    boolean before = isWide(previous);
    boolean after = isWide(glyph);
    double space = before && after ? WIDE_GAP : before || after ? MIXED_GAP : WORD_GAP;
    if (gap > space) {
      text.append(' ');
    }
  }

  private static boolean isWide(Glyph glyph) {
    return DisplayWidth.isWide(glyph.text().codePointAt(0));
  }
}
