package ballast.format.article;

import java.util.Set;
import org.jsoup.nodes.Element;

/** The tags of pages by their effect on text. */
public final class PageTags {

  private static final Set<String> INVISIBLE =
      Set.of(
          "script",
          "style",
          "iframe",
          "object",
          "embed",
          "svg",
          "math",
          "canvas",
          "audio",
          "video",
          "map",
          "datalist",
          "meta",
          "link",
          "base",
          "noframes");
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
          "em", "font", "i", "img", "input", "ins", "kbd", "label", "mark", "nobr", "o:p", "q",
          "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
          "time", "tt", "u", "var", "wbr");

  private static final Set<String> CONDITIONAL = Set.of("noscript", "template");

  private PageTags() {}

  static boolean isInvisible(Element element) {
    return INVISIBLE.contains(element.normalName());
  }

  /** Whether a browser shows the content of the element only without scripts, or by a script. */
  static boolean isConditional(Element element) {
    return CONDITIONAL.contains(element.normalName());
  }

  static boolean isInline(Element element) {
    return isInline(element.normalName());
  }

  static boolean isLink(Element element) {
    return element.normalName().equals("a") && element.hasAttr("href");
  }

  /**
   * Whether elements of this name are parts of a line of text.
   *
   * @param name in lower case
   */
  public static boolean isInline(String name) {
    return INLINE.contains(name);
  }
}
