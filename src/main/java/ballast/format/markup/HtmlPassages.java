package ballast.format.markup;

import ballast.bitext.BlockType;
import ballast.format.article.LineJoiner;
import ballast.format.markup.Entities.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a block of HTML inside Markdown into passages: text between tags that begin or end a
 * paragraph; tags inside running text are codes.
 */
final class HtmlPassages {

  private final String file;
  private final LineJoiner joiner;
  private final RawLines lines;
  private final String html;
  private final TagScan tags;
  private final String lower;
  private final List<MarkupBlock> found = new ArrayList<>();
  private PassageBuilder passage;
  private BlockType type = BlockType.PARAGRAPH;
  private int level;

  private HtmlPassages(String file, LineJoiner joiner, RawLines lines) {
    this.file = file;
    this.joiner = joiner;
    this.lines = lines;
    this.html = lines.text();
    this.tags = new TagScan(html, html.length());
    this.lower = html.toLowerCase(Locale.ROOT);
    this.passage = new PassageBuilder(file, joiner);
  }

  /** The passages of a block. */
  static List<MarkupBlock> of(String file, LineJoiner joiner, RawLines lines) {
    HtmlPassages passages = new HtmlPassages(file, joiner, lines);
    passages.read();
    return passages.found;
  }

  private void read() {
    int at = 0;
    while (at < html.length()) {
      int tag = html.indexOf('<', at);
      int end = tag < 0 ? -1 : tagEnd(tag);
      int textEnd = tag < 0 ? html.length() : end < 0 ? tag + 1 : tag;
      text(at, textEnd);
      at = end < 0 ? textEnd : tag(tag, end);
    }
    flush();
  }

  /** Where the tag or comment that begins at {@code start} ends; -1 if nothing of that begins. */
  private int tagEnd(int start) {
    char next = start + 1 < html.length() ? html.charAt(start + 1) : ' ';
    boolean begins = Character.isLetter(next) || "/!?".indexOf(next) >= 0;
    return begins ? tags.end(start) : -1;
  }

  /** Reads a tag; returns where the text goes on. */
  private int tag(int start, int end) {
    HtmlTag tag = HtmlTag.of(html.substring(start, end));
    boolean whole = !tag.closing() && (tag.isHidden() || tag.name().equals("pre"));
    if (whole) {
      flush();
      int close = lower.indexOf("</" + tag.name(), end);
      int until = close < 0 ? html.length() : close;
      if (tag.name().equals("pre")) {
        CodeText.of(html, end, until, lines).ifPresent(found::add);
      }
      return until;
    }
    if (tag.name().isEmpty() && passage.isBlank()) {
      return end;
    }
    if (tag.isInline()) {
      tag.addTo(passage, lines.inFile(start), lines.inFile(end - 1) + 1);
    } else {
      flush();
      setType(tag);
    }
    return end;
  }

  private void setType(HtmlTag tag) {
    String name = tag.name();
    boolean heading =
        name.length() == 2 && name.charAt(0) == 'h' && "123456".indexOf(name.charAt(1)) >= 0;
    level = heading && !tag.closing() ? name.charAt(1) - '0' : 0;
    type =
        tag.closing()
            ? BlockType.PARAGRAPH
            : heading
                ? BlockType.HEADING
                : switch (name) {
                  case "li", "dt", "dd" -> BlockType.LIST_ITEM;
                  case "td", "th" -> BlockType.CELL;
                  case "caption", "figcaption" -> BlockType.CAPTION;
                  default -> BlockType.PARAGRAPH;
                };
  }

  private void flush() {
    passage.build(type, level, TextRules.HTML).ifPresent(found::add);
    passage = new PassageBuilder(file, joiner);
  }

  private void text(int from, int to) {
    int at = from;
    for (int i = from; i < to; i++) {
      char c = html.charAt(i);
      Entity entity = c == '&' ? Entities.at(html, i) : null;
      if (c == '\n') {
        plain(at, i);
        passage.softBreak();
        at = i + 1;
      } else if (entity != null) {
        plain(at, i);
        int start = lines.inFile(i);
        passage.decoded(entity.decoded(), start, start + entity.length());
        i += entity.length() - 1;
        at = i + 1;
      }
    }
    plain(at, to);
  }

  private void plain(int from, int to) {
    int end = to;
    boolean lineEnd = end < html.length() && html.charAt(end) == '\n';
    while (lineEnd && end > from && Character.isWhitespace(html.charAt(end - 1))) {
      end--;
    }
    if (from < end) {
      passage.text(html.substring(from, end), lines.inFile(from));
    }
  }
}
