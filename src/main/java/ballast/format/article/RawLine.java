package ballast.format.article;

import ballast.format.article.ReaderOptions.Layout;
import ballast.format.file.Characters;
import ballast.language.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A non-blank line of a text file.
 *
 * @param start offset of its first visible character in the file's text, UTF-16 units
 * @param end offset after its last visible character
 * @param gapBefore whether blank lines or the start of the text precede it
 * @param columns the width of indent and text on a screen: two columns for a wide character
 */
record RawLine(int start, int end, String text, boolean gapBefore, Indent indent, int columns) {

  /**
   * The white space before a line.
   *
   * @param columns its width; a tab counts four
   * @param ideographic whether it contains a wide space (U+3000), which begins a paragraph in
   *     Chinese
   */
  record Indent(int columns, boolean ideographic) {}

  static List<RawLine> of(String text, Layout layout) {
    return of(text, 0, text.length(), layout);
  }

  static List<RawLine> of(String text, int from, int to) {
    return of(text, from, to, Layout.ARTICLE);
  }

  /** Marks are set off as by an empty line. */
  static List<RawLine> setOff(List<RawLine> lines, Mark mark) {
    List<RawLine> result = new ArrayList<>(lines.size());
    boolean after = false;
    for (RawLine line : lines) {
      boolean isMark = mark.isMark(line.text());
      result.add(isMark || after ? line.afterGap() : line);
      after = isMark;
    }
    return result;
  }

  RawLine afterGap() {
    return new RawLine(start, end, text, true, indent, columns);
  }

  private static List<RawLine> of(String text, int from, int to, Layout layout) {
    List<RawLine> lines = new ArrayList<>();
    boolean gap = true;
    int start = from;
    while (start < to) {
      int end = start;
      while (end < to && !endsLine(text.charAt(end), layout)) {
        end++;
      }
      RawLine line = visible(text, start, end, gap);
      if (line != null) {
        lines.add(line);
        gap = false;
      } else if (end < to) {
        gap = true;
      }
      boolean crLf = end + 1 < to && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
      // A page break sets off the following text, like an empty line.
      gap |= end < to && text.charAt(end) == '\f';
      start = end + (crLf ? 2 : 1);
    }
    return lines;
  }

  private static boolean endsLine(char c, Layout layout) {
    if (c == '\n' || c == '\r') {
      return true;
    }
    return layout == Layout.ARTICLE
        && (c == '\f' || c == 0x0B || c == 0x85 || c == 0x2028 || c == 0x2029);
  }

  private static @Nullable RawLine visible(String text, int from, int to, boolean gap) {
    int start = from;
    int indent = 0;
    boolean ideographic = false;
    while (start < to && Characters.isBlank(text.charAt(start))) {
      char c = text.charAt(start);
      ideographic |= c == 0x3000;
      indent += c == '\t' ? 4 : DisplayWidth.isWide(c) ? 2 : 1;
      start++;
    }
    int end = to;
    while (end > start && Characters.isBlank(text.charAt(end - 1))) {
      end--;
    }
    if (start == end) {
      return null;
    }
    String content = text.substring(start, end);
    int columns = indent + width(content);
    return new RawLine(start, end, content, gap, new Indent(indent, ideographic), columns);
  }

  private static int width(String content) {
    return content.codePoints().map(c -> DisplayWidth.isWide(c) ? 2 : 1).sum();
  }
}
