package ballast.format.markup;

import ballast.format.file.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A tag, a comment, or characters between them, in a part of a page.
 *
 * @param start where it begins in the page, UTF-16 units
 * @param end where it ends
 * @param tag the tag or comment; null for characters
 */
record PageToken(int start, int end, @Nullable HtmlTag tag) {

  /** Elements whose content is characters even where it looks like tags. */
  private static final Set<String> RAW =
      Set.of("script", "style", "iframe", "noembed", "noframes", "xmp");

  /** The same tag with the characters after it. */
  PageToken until(int newEnd) {
    return new PageToken(start, newEnd, tag);
  }

  /** Whether it consists of characters that are white space, written as they are or not. */
  boolean isBlank(String page) {
    return tag == null
        && Characters.isBlank(Parser.unescapeEntities(page.substring(start, end), false));
  }

  /** Whether it begins an element. */
  boolean isOpening() {
    HtmlTag own = tag;
    return own != null && !own.closing() && !own.empty();
  }

  /** Whether it ends an element. */
  boolean isClosing() {
    HtmlTag own = tag;
    return own != null && own.closing() && !own.empty();
  }

  /** The name of the element; empty for comments and characters. */
  String name() {
    HtmlTag own = tag;
    return own == null ? "" : own.name();
  }

  /** The tokens of a part of a page that begins and ends outside of tags. */
  static List<PageToken> of(String page, int from, int to) {
    return new Scanner(page, to).scan(from);
  }

  private static final class Scanner {

    private final String page;
    private final int to;
    private final List<PageToken> tokens = new ArrayList<>();
    private final TagScan tags;

    Scanner(String page, int to) {
      this.page = page;
      this.to = to;
      this.tags = new TagScan(page, to);
    }

    List<PageToken> scan(int from) {
      int at = from;
      for (int i = from; i < to; ) {
        if (!startsTag(i)) {
          i++;
          continue;
        }
        int end = tags.end(i);
        characters(at, i);
        HtmlTag tag = HtmlTag.of(page.substring(i, end));
        tokens.add(new PageToken(i, end, tag));
        at = end;
        i = RAW.contains(tag.name()) && !tag.closing() ? rawEnd(tag.name(), end) : end;
      }
      characters(at, to);
      return tokens;
    }

    private void characters(int start, int end) {
      if (start < end) {
        tokens.add(new PageToken(start, end, null));
      }
    }

    private boolean startsTag(int i) {
      if (page.charAt(i) != '<' || i + 1 >= to) {
        return false;
      }
      char next = page.charAt(i + 1);
      boolean letter = (next | 0x20) >= 'a' && (next | 0x20) <= 'z';
      return letter || next == '/' || next == '!' || next == '?';
    }

    private int rawEnd(String name, int from) {
      for (int i = from; i < to; i++) {
        if (page.charAt(i) == '<'
            && page.charAt(Math.min(i + 1, to - 1)) == '/'
            && page.regionMatches(true, i + 2, name, 0, name.length())) {
          return i;
        }
      }
      return to;
    }
  }
}
