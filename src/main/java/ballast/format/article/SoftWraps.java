package ballast.format.article;

import ballast.format.file.Characters;
import ballast.language.DisplayWidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds line ends that a program inserted because the line was full, not the writer because the
 * paragraph ended.
 *
 * <p>A line is full if the first word of the next line would not have fitted into the width of the
 * text. A stretch counts as wrapped if most of its lines are full and most do not end a sentence;
 * every other line is a paragraph of its own.
 */
final class SoftWraps {

  /** Narrower text is verse, a table or a list, not wrapped prose. */
  private static final int MIN_COLUMNS = 30;

  private static final int MIN_WIDE_COLUMNS = 40;

  /** Wider lines were not broken to fit a screen. */
  private static final int MAX_COLUMNS = 200;

  /** Chinese does not begin a line with a comma, so lines may stay a few columns short. */
  private static final int WIDE_SLACK = 6;

  private static final double LATIN_SLACK = 0.12;

  /** A sentence goes on over a line end that is at least this far to the right. */
  private static final int MIN_OPEN_COLUMNS = 40;

  private final List<RawLine> lines;
  private final BitSet starts = new BitSet();
  private final BitSet joined = new BitSet();

  private SoftWraps(List<RawLine> lines, Predicate<String> beginsBlock) {
    this.lines = lines;
    markStarts(beginsBlock);
    int whole = width(0, lines.size());
    int from = 0;
    for (int i = 1; i <= lines.size(); i++) {
      if (i == lines.size() || lines.get(i).gapBefore()) {
        int runWidth = i - from >= 4 ? width(from, i) : 0;
        join(from, i, runWidth > 0 ? runWidth : whole);
        from = i;
      }
    }
  }

  /**
   * Finds the lines that continue in the next line.
   *
   * @param beginsBlock whether a line begins a block by its form, such as a list label
   * @return positions of lines whose end does not end a paragraph
   */
  static BitSet find(List<RawLine> lines, Predicate<String> beginsBlock) {
    return lines.size() < 2 ? new BitSet() : new SoftWraps(lines, beginsBlock).joined;
  }

  private void markStarts(Predicate<String> beginsBlock) {
    boolean labelled = false;
    for (int i = 0; i < lines.size(); i++) {
      RawLine line = lines.get(i);
      boolean begins = beginsBlock.test(line.text());
      boolean start = i == 0 || line.gapBefore() || line.indent().ideographic() || begins;
      if (!start) {
        RawLine previous = lines.get(i - 1);
        start =
            !labelled
                && line.indent().columns() >= 2
                && line.indent().columns() > previous.indent().columns();
      }
      if (start) {
        starts.set(i);
        labelled = begins;
      }
    }
  }

  private void join(int from, int to, int width) {
    for (int i = from; i + 1 < to; i++) {
      if (!starts.get(i + 1)
          && ((width > 0 && isFull(i, width)) || (isOpen(i) && columns(i) >= MIN_OPEN_COLUMNS))) {
        joined.set(i);
      }
    }
  }

  /** The width to which a stretch of lines was wrapped, in columns; 0 if it was not wrapped. */
  private int width(int from, int to) {
    int width = usualWidth(from, to);
    boolean wide = isMostlyWide(from, to);
    if (width < (wide ? MIN_WIDE_COLUMNS : MIN_COLUMNS) || width > MAX_COLUMNS) {
      return 0;
    }
    int pairs = 0;
    int full = 0;
    int ended = 0;
    int capital = 0;
    int small = 0;
    for (int i = from; i + 1 < to; i++) {
      if (starts.get(i + 1)) {
        continue;
      }
      pairs++;
      full += isFull(i, width) ? 1 : 0;
      ended += Characters.endsSentence(lines.get(i).text()) ? 1 : 0;
      int next = lines.get(i + 1).text().codePointAt(0);
      capital += Character.isUpperCase(next) ? 1 : 0;
      small += Character.isLowerCase(next) ? 1 : 0;
    }
    boolean mostFull = full * 10 >= pairs * (wide ? 7 : 6);
    boolean fewEnded = ended * 10 < pairs * 4;
    // Headlines and verses begin with capitals; the middle of a sentence seldom does.
    boolean midSentence = wide || small * 2 >= capital;
    return pairs >= 2 && mostFull && fewEnded && midSentence ? width : 0;
  }

  private int usualWidth(int from, int to) {
    int[] widths = new int[to - from];
    Arrays.setAll(widths, i -> columns(from + i));
    Arrays.sort(widths);
    return widths.length == 0 ? 0 : widths[(int) Math.ceil(0.9 * (widths.length - 1))];
  }

  private boolean isMostlyWide(int from, int to) {
    long wide = 0;
    long all = 0;
    for (RawLine line : lines.subList(from, to)) {
      wide +=
          line.columns()
              - line.indent().columns()
              - line.text().codePointCount(0, line.text().length());
      all += line.columns();
    }
    return wide * 4 > all;
  }

  private boolean isFull(int i, int width) {
    int first = firstWordColumns(lines.get(i + 1).text());
    int slack = first <= 2 ? WIDE_SLACK : (int) (LATIN_SLACK * width);
    return columns(i) + 1 + first > width - slack;
  }

  /**
   * Whether the sentence clearly continues: the line ends with a comma, or the next begins with a
   * small letter and no end mark stands between.
   */
  private boolean isOpen(int i) {
    String line = lines.get(i).text();
    int last = line.codePointBefore(line.length());
    if (last == '，' || last == '、') {
      return true;
    }
    int next = lines.get(i + 1).text().codePointAt(0);
    return Character.isLowerCase(next) && (last == ',' || Characters.isLatinLetter(last));
  }

  private int columns(int i) {
    return lines.get(i).columns();
  }

  private static int firstWordColumns(String text) {
    int first = text.codePointAt(0);
    if (DisplayWidth.isWide(first)) {
      return 2;
    }
    int columns = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Characters.isBlank(c) || DisplayWidth.isWide(c)) {
        break;
      }
      columns++;
    }
    return columns;
  }

  /** The positions of the lines of each paragraph. */
  static List<List<RawLine>> paragraphs(List<RawLine> lines, BitSet joined) {
    List<List<RawLine>> paragraphs = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (!joined.get(i)) {
        paragraphs.add(lines.subList(from, i + 1));
        from = i + 1;
      }
    }
    return paragraphs;
  }
}
