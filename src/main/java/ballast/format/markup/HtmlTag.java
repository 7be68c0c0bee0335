package ballast.format.markup;

import java.util.Locale;
import java.util.Set;

/**
 * A tag, comment or declaration of HTML.
 *
 * @param name of the element in small letters; empty for a comment or declaration
 * @param closing whether it ends an element
 * @param empty whether its element has no content
 */
record HtmlTag(String name, boolean closing, boolean empty) {

  private static final Set<String> VOID =
      Set.of("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr");

  private static final Set<String> INLINE =
      Set.of(
          "", "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em",
          "font", "i", "img", "input", "ins", "kbd", "label", "mark", "picture", "q", "s", "samp",
          "small", "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
          "wbr");

  /** Reads a tag as it stands in a file. */
  static HtmlTag of(String tag) {
    boolean closing = tag.startsWith("</");
    int start = closing ? 2 : 1;
    int end = start;
    while (end < tag.length() && isNamePart(tag.charAt(end), end == start)) {
      end++;
    }
    String name = tag.substring(Math.min(start, end), end).toLowerCase(Locale.ROOT);
    boolean empty = name.isEmpty() || VOID.contains(name) || tag.endsWith("/>");
    return new HtmlTag(name, closing, empty);
  }

  private static boolean isNamePart(char c, boolean first) {
    boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    return letter || (!first && ((c >= '0' && c <= '9') || c == '-' || c == ':'));
  }

  /** Whether it stands inside running text, so that the text before and after is one passage. */
  boolean isInline() {
    return INLINE.contains(name);
  }

  /** Whether the content of its element is not shown. */
  boolean isHidden() {
    return name.equals("script") || name.equals("style");
  }

  /** What it does as a code. */
  CodeKind kind() {
    return switch (name) {
      case "b", "strong" -> CodeKind.BOLD;
      case "i", "em" -> CodeKind.ITALIC;
      case "s", "del", "strike" -> CodeKind.STRUCK;
      case "a" -> CodeKind.LINK;
      case "img" -> CodeKind.IMAGE;
      case "code", "kbd", "samp", "tt", "var" -> CodeKind.PROGRAM;
      default -> CodeKind.TAG;
    };
  }

  /**
   * Adds it to a passage as a code or line break; it stands in the file in {@code [start, end)}.
   */
  void addTo(PassageBuilder passage, int start, int end) {
    if (name.equals("br")) {
      passage.hardBreak();
    } else if (empty) {
      passage.alone(kind(), start, end);
    } else if (closing) {
      passage.close(name, kind(), start, end);
    } else {
      passage.open(name, kind(), start, end);
    }
  }
}
