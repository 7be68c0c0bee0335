package ballast.format.file;

import java.util.Arrays;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** Finds the place of each character of a parsed text in the source of the page. */
public final class RawPositions {

  private static final int MAX_ENTITY = 40;

  private RawPositions() {}

  /**
   * Returns offsets into {@code html} for the characters of a text node; -1 for characters that are
   * not in the source there, for example in text that the parser has moved.
   */
  public static int[] of(TextNode node, String content, String html) {
    int[] raws = new int[content.length()];
    Arrays.fill(raws, -1);
    Range range = node.sourceRange();
    if (!range.isTracked()) {
      return raws;
    }
    int raw = range.startPos();
    int end = Math.min(html.length(), range.endPos());
    int i = 0;
    while (i < content.length() && raw < end) {
      char c = html.charAt(raw);
      int entity = c == '&' ? entityEnd(html, raw, end) : raw;
      String decoded = entity > raw ? decode(html.substring(raw, entity)) : "";
      if (entity > raw && decoded.length() < entity - raw && content.startsWith(decoded, i)) {
        for (int k = 0; k < decoded.length(); k++) {
          raws[i++] = raw;
        }
        raw = entity;
      } else if (c == content.charAt(i)) {
        raws[i++] = raw++;
      } else if (c == '\r' || c == 0) {
        raw++;
      } else {
        break;
      }
    }
    return raws;
  }

  /**
   * Returns the end of the source of a character.
   *
   * @param raw its start, as given by {@link #of}
   * @return -1 if another character is there
   */
  public static int end(String html, int raw, char c) {
    if (raw < 0 || raw >= html.length()) {
      return -1;
    }
    int entity = html.charAt(raw) == '&' ? entityEnd(html, raw, html.length()) : raw;
    if (entity > raw) {
      String decoded = decode(html.substring(raw, entity));
      if (decoded.length() < entity - raw && decoded.indexOf(c) >= 0) {
        return entity;
      }
    }
    return html.charAt(raw) == c ? raw + 1 : -1;
  }

  /** Nearly all references are one of these; the parser's own decoder has all but is slow. */
  private static String decode(String entity) {
    return switch (entity) {
      case "&nbsp;" -> "\u00A0";
      case "&amp;" -> "&";
      case "&lt;" -> "<";
      case "&gt;" -> ">";
      case "&quot;" -> "\"";
      default -> Parser.unescapeEntities(entity, false);
    };
  }

  /** Returns {@code start} if no reference begins there. */
  private static int entityEnd(String html, int start, int end) {
    int i = start + 1;
    int limit = Math.min(end, start + MAX_ENTITY);
    while (i < limit && (Character.isLetterOrDigit(html.charAt(i)) || html.charAt(i) == '#')) {
      i++;
    }
    if (i < limit && html.charAt(i) == ';') {
      return i + 1;
    }
    return i - start > 1 ? i : start;
  }
}
