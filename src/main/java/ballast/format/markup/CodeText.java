package ballast.format.markup;

import ballast.bitext.BlockType;
import ballast.bitext.Span;
import ballast.format.article.FoundBlock;
import ballast.format.file.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Blocks of program code and formulas: their characters as they are. */
final class CodeText {

  private CodeText() {}

  /** A part of the lines of a block as code; empty if nothing in it is visible. */
  static Optional<MarkupBlock> of(String text, int from, int to, RawLines lines) {
    int start = from;
    int end = to;
    while (start < end && Characters.isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && Characters.isBlank(text.charAt(end - 1))) {
      end--;
    }
    if (start == end) {
      return Optional.empty();
    }
    List<FoundBlock.Point> points = new ArrayList<>();
    for (int line = start; line >= 0 && line < end; ) {
      points.add(new FoundBlock.Point(line - start, lines.inFile(line)));
      int next = text.indexOf('\n', line);
      line = next < 0 ? -1 : next + 1;
    }
    FoundBlock code =
        new FoundBlock(
            text.substring(start, end), BlockType.CODE, 0, "", points, List.of(), List.of());
    Span raw = new Span(lines.inFile(start), lines.inFile(end - 1) + 1);
    return Optional.of(new MarkupBlock(code, raw, TextRules.NEVER, "\n"));
  }
}
