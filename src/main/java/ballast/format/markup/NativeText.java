package ballast.format.markup;

import ballast.bitext.InlineCode;
import ballast.format.article.TranslatedBlock;

/** Writes a text with its codes as a format demands: the inverse of reading a block. */
final class NativeText {

  private final MarkupBlock block;
  private final TranslatedBlock translated;
  private final Escaping escaping;
  private final boolean tags;
  private final StringBuilder out = new StringBuilder();
  private int literal;

  private NativeText(MarkupBlock block, TranslatedBlock translated, boolean tags) {
    this.tags = tags;
    this.block = block;
    this.translated = translated;
    this.escaping = Escapings.of(block.rules());
  }

  /** The characters that stand for a text in the file. */
  static String of(MarkupBlock block, TranslatedBlock translated) {
    return new NativeText(block, translated, /* tags= */ false).write();
  }

  /**
   * The same with HTML tags in the place of signs such as {@code **}, which are none between a
   * punctuation mark and a letter: {@code **注意：**正文}.
   */
  static String withTags(MarkupBlock block, TranslatedBlock translated) {
    return new NativeText(block, translated, /* tags= */ true).write();
  }

  private String write() {
    int at = 0;
    for (InlineCode code : translated.codes()) {
      words(at, code.offset());
      at = code.offset();
      String tag = tags ? CodeKind.tag(code) : "";
      out.append(tag.isEmpty() ? code.content() : tag);
      if (isSign(code)) {
        literal += code.isOpening() ? 1 : code.isClosing() ? -1 : 0;
      }
    }
    words(at, translated.text().length());
    return block.before() + out + block.after();
  }

  /** Whether nothing is markup behind this code: backquotes, dollar signs. */
  private static boolean isSign(InlineCode code) {
    String content = code.content().strip();
    boolean sign = content.startsWith("`") || content.startsWith("$");
    return sign && CodeKind.isProgram(code.attributes());
  }

  private void words(int from, int to) {
    String text = translated.text();
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        out.append(block.lineBreak());
      } else if (literal > 0) {
        out.append(block.rules() == TextRules.CELL && c == '|' ? "\\|" : String.valueOf(c));
      } else {
        boolean lineStart = out.length() == 0 || out.charAt(out.length() - 1) == '\n';
        boolean edge = (i == from && from > 0) || i == to - 1;
        out.append(escaping.written(new Escaping.Place(text, i, lineStart, edge)));
      }
    }
  }
}
