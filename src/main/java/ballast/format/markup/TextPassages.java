package ballast.format.markup;

import ballast.bitext.Span;
import ballast.format.article.FoundBlock;
import ballast.format.file.Characters;
import java.util.List;
import java.util.Optional;

/** Finds the stretches of the blocks of a plain text. */
final class TextPassages {

  private TextPassages() {}

  /** The blocks of a text with their places. */
  static List<MarkupBlock> of(String text, List<FoundBlock> blocks) {
    return blocks.stream().map(block -> of(text, block)).toList();
  }

  private static MarkupBlock of(String text, FoundBlock block) {
    Optional<TextStretch> found = TextStretch.of(text, block, /* entities= */ false);
    if (found.isEmpty()) {
      return new MarkupBlock(block, new Span(0, 0), TextRules.NOWHERE, " ");
    }
    StringBuilder waivers = new StringBuilder();
    for (TextStretch.Gap gap : found.get().gaps()) {
      waivers.append(waivers(gap.raw().of(text)));
    }
    return new MarkupBlock(block, found.get().span(), TextRules.PLAIN, " ", waivers.toString(), "");
  }

  /**
   * The whole lines between two lines of a paragraph, which are waivers; a hyphen at the end of the
   * line before is none.
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

  /** Where the line behind the next line end begins. */
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
