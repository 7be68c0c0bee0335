package ballast.format.markup;

import java.util.Locale;
import java.util.Set;

/**
 * A tag, comment or declaration of HTML.
 *
 * @param name element name in lower case; empty for a comment or declaration
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

  /** Whether it is part of running text, so that the text before and after is one passage. */
  boolean isInline() {
    return INLINE.contains(name);
  }

  boolean isHidden() {
    return name.equals("script") || name.equals("style");
  }

  InlineCodes.Kind kind() {
    return switch (name) {
      case "b", "strong" -> InlineCodes.Kind.BOLD;
      case "i", "em" -> InlineCodes.Kind.ITALIC;
      case "s", "del", "strike" -> InlineCodes.Kind.STRUCK;
      case "a" -> InlineCodes.Kind.LINK;
      case "img" -> InlineCodes.Kind.IMAGE;
      case "code", "kbd", "samp", "tt", "var" -> InlineCodes.Kind.PROGRAM;
      default -> InlineCodes.Kind.TAG;
    };
  }

  /**
   * Adds it to a passage as a code or line break; {@code [start, end)} is its place in the file.
   */
  void addTo(MarkupBlock.Builder passage, int start, int end) {
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

  /**
   * Finds the ends of tags and comments. After a quotation mark without a partner, the next {@code
   * >} ends each tag: otherwise one missing mark would swallow the rest. For one text.
   */
  static final class TagScan {

    private static final String COMMENT = "<!--";
    private static final String COMMENT_END = "-->";

    private final String html;
    private final int limit;
    private boolean quotes = true;

    TagScan(String html, int limit) {
      this.html = html;
      this.limit = limit;
    }

    /** Returns the limit if the tag has no end. */
    int end(int start) {
      if (html.startsWith(COMMENT, start)) {
        // <!--> is a whole comment.
        return after(COMMENT_END, start + 2);
      }
      char quote = 0;
      for (int i = start + 1; quotes && i < limit; i++) {
        char c = html.charAt(i);
        if (quote != 0) {
          quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
          quote = c;
        } else if (c == '>') {
          return i + 1;
        }
      }
      quotes = false;
      return after(">", start);
    }

    private int after(String sign, int from) {
      for (int i = from; i + sign.length() <= limit; i++) {
        if (html.startsWith(sign, i)) {
          return i + sign.length();
        }
      }
      return limit;
    }
  }
}
