package ballast.format.markup;

import ballast.bitext.Span;
import ballast.format.article.FoundBlock;
import ballast.format.file.Characters;
import ballast.format.file.RawPositions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The place of a block's text in its file. Each visible character has been compared with the file.
 *
 * @param span from its first to its last character, UTF-16 units of the file
 * @param gaps the stretches between its characters, in order, without white space
 */
record TextStretch(Span span, List<Gap> gaps) {

  /**
   * A stretch of the file between two neighbouring characters of a text.
   *
   * @param before end of the text before it
   * @param after start of the text after it; not equal to {@code before} if white space is between
   * @param raw the stretch of the file
   */
  record Gap(int before, int after, Span raw) {}

  TextStretch {
    gaps = List.copyOf(gaps);
  }

  /**
   * @param entities whether the file may contain character references, as pages do
   * @return empty if the characters are not in the file, or not in this order
   */
  static Optional<TextStretch> of(String file, FoundBlock block, boolean entities) {
    String text = block.text();
    List<FoundBlock.Point> points = block.points();
    List<Gap> gaps = new ArrayList<>();
    int start = -1;
    int rawStart = -1;
    int rawEnd = -1;
    int before = 0;
    int point = -1;
    for (int i = 0; i < text.length(); i++) {
      while (point + 1 < points.size() && points.get(point + 1).offset() <= i) {
        point++;
      }
      char c = text.charAt(i);
      int raw = point < 0 ? -1 : points.get(point).raw() + i - points.get(point).offset();
      int end = end(file, raw, c, entities);
      boolean sameReference = raw == rawStart && end == rawEnd;
      if (c == ' ' || (Characters.isBlank(c) && (end < 0 || raw < rawEnd))) {
        continue;
      }
      if (end < 0 || (raw < rawEnd && !sameReference)) {
        return Optional.empty();
      }
      if (rawEnd >= 0 && raw > rawEnd && !Characters.isBlank(file.substring(rawEnd, raw))) {
        gaps.add(new Gap(before, i, new Span(rawEnd, raw)));
      }
      start = start < 0 ? raw : start;
      rawStart = raw;
      rawEnd = end;
      before = i + 1;
    }
    return start < 0
        ? Optional.empty()
        : Optional.of(new TextStretch(new Span(start, rawEnd), gaps));
  }

  private static int end(String file, int raw, char c, boolean entities) {
    if (entities) {
      return RawPositions.end(file, raw, c);
    }
    return raw >= 0 && raw < file.length() && file.charAt(raw) == c ? raw + 1 : -1;
  }

  static List<MarkupBlock> passages(String text, List<FoundBlock> blocks) {
    return blocks.stream().map(block -> passage(text, block)).toList();
  }

  private static MarkupBlock passage(String text, FoundBlock block) {
    Optional<TextStretch> found = TextStretch.of(text, block, /* entities= */ false);
    if (found.isEmpty()) {
      return new MarkupBlock(block, new Span(0, 0), TextContext.NOWHERE, " ");
    }
    StringBuilder waivers = new StringBuilder();
    for (TextStretch.Gap gap : found.get().gaps()) {
      waivers.append(waivers(gap.raw().of(text)));
    }
    return new MarkupBlock(
        block, found.get().span(), TextContext.PLAIN, " ", waivers.toString(), "");
  }

  /**
   * Returns the whole lines between two lines of a paragraph, which are waivers; a hyphen at the
   * end of the first line is not one.
   */
  private static String waivers(String between) {
    int start = lineEnd(between, 0);
    int end = between.length();
    while (end > start && !isLineEnd(between.charAt(end - 1))) {
      end--;
    }
    String lines = between.substring(start, end);
    return Characters.isBlank(lines) ? "" : lines;
  }

  private static int lineEnd(String text, int from) {
    int at = from;
    while (at < text.length() && !isLineEnd(text.charAt(at))) {
      at++;
    }
    return Math.min(text.length(), text.startsWith("\r\n", at) ? at + 2 : at + 1);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
