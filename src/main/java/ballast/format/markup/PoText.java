package ballast.format.markup;

import ballast.bitext.BlockType;
import ballast.bitext.Span;
import ballast.format.article.LineJoiner;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a block of a string of a gettext catalogue. */
final class PoText {

  private static final String PYTHON = "%\\([^()\\s]{1,60}\\)[-+#0]*\\d*(?:\\.\\d+)?[a-zA-Z]";
  private static final String PRINTF =
      "%(?:\\d+\\$)?[-+#0']*(?:\\d+|\\*)?(?:\\.(?:\\d+|\\*))?(?:hh?|ll?|[Lqjzt])?"
          + "[diouxXeEfFgGaAcCsSpn@](?![A-Za-z])";
  private static final String NUMBERED = "(?<!\\d)%L?[1-9]\\d?|%\\{\\w{1,60}\\}";
  private static final String BRACES = "\\{\\{?[\\w.]{0,60}(?:[!:][^{}]{0,60})?\\}?\\}";
  private static final String TAG = "</?[a-zA-Z][^<>]{0,1000}>";

  /** Escapes and codes. */
  private static final Pattern SPECIAL =
      Pattern.compile(
          "(?<escape>\\\\.)|%%|(?<tag>"
              + TAG
              + ")|(?<directive>"
              + String.join("|", PYTHON, PRINTF, NUMBERED, BRACES)
              + ")");

  private final String file;
  private final LineJoiner joiner;

  /**
   * @param file all characters of the file
   */
  PoText(String file) {
    this.file = file;
    this.joiner = new LineJoiner("");
  }

  /** The block of a string; empty if it has no visible text. */
  Optional<MarkupBlock> of(PoString string) {
    PassageBuilder passage = new PassageBuilder(file, joiner);
    for (Span line : string.lines()) {
      line(line, passage);
    }
    return passage.build(BlockType.PARAGRAPH, 0, TextRules.PO);
  }

  private void line(Span line, PassageBuilder passage) {
    Matcher special = SPECIAL.matcher(file).region(line.start(), line.end());
    int at = line.start();
    while (special.find()) {
      if (special.group().equals("%%")) {
        continue;
      }
      int start = special.start();
      passage.text(file.substring(at, start), at);
      if (special.group("escape") != null) {
        passage.decoded(decoded(file.charAt(start + 1)), start, start + 2);
      } else if (special.group("tag") != null) {
        tag(special.group(), start, special.end(), passage);
      } else {
        passage.alone(CodeKind.DIRECTIVE, start, special.end());
      }
      at = special.end();
    }
    passage.text(file.substring(at, line.end()), at);
  }

  private static void tag(String tag, int start, int end, PassageBuilder passage) {
    HtmlTag read = HtmlTag.of(tag);
    // A line break in a message is "\n"; <br> is a tag like others.
    if (read.name().equals("br")) {
      passage.alone(CodeKind.TAG, start, end);
    } else {
      read.addTo(passage, start, end);
    }
  }

  private static String decoded(char escaped) {
    return switch (escaped) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      default -> String.valueOf(escaped);
    };
  }
}
