package ballast.format.markup;

import ballast.bitext.BlockType;
import ballast.bitext.InputException;
import ballast.bitext.Span;
import ballast.format.article.FoundBlock;
import ballast.format.article.FoundContent;
import ballast.format.article.LineJoiner;
import ballast.format.article.Mark;
import ballast.format.file.Characters;
import ballast.format.markup.HtmlTag.TagScan;
import ballast.format.markup.MarkdownParser.Formula;
import ballast.format.markup.MarkdownParser.FormulaBlock;
import ballast.format.markup.MarkdownParser.IndentedBlock;
import ballast.format.markup.MarkdownParser.LabelBlock;
import ballast.format.markup.MarkdownParser.StruckText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * Reads Markdown: CommonMark with tables, footnotes, formulas, admonitions and tabs. Code, formulas
 * and settings are never text; bold, links, inline code and HTML tags are codes. The description of
 * a standalone image is a caption. Titles of links and images are part of their code.
 *
 * @param mark the form of a user's marks
 */
public record MarkdownReader(Mark mark) implements MarkupBlock.Reader {

  public FoundContent read(String text, String name) {
    List<String> notes = new ArrayList<>();
    if (settingsEnd(text) > 0) {
      notes.add("front matter left out");
    }
    List<MarkupBlock> blocks = blocks(text);
    return new FoundContent(blocks.stream().map(MarkupBlock::found).toList(), notes, List.of());
  }

  /**
   * @throws InputException if its markup is nested too deeply
   */
  @Override
  public List<MarkupBlock> blocks(String text) {
    int start = settingsEnd(text);
    try {
      return new Blocks(text, start).read(MarkdownParser.parse(text.substring(start), mark));
    } catch (StackOverflowError e) {
      // Inline markup is read by recursion, and no human text goes that deep.
      throw new InputException(
          "cannot read the Markdown: its emphasis, links or tags are nested thousands of times",
          "check that it is the file you mean",
          e);
    }
  }

  private static final Pattern FIRST = Pattern.compile("(---|\\+\\+\\+)[ \\t]*+(?:\\r\\n?|\\n)");
  private static final Pattern LINE = Pattern.compile("([^\\r\\n]*+)(\\r\\n?|\\n|\\z)");

  /** A name with value, an entry of a list, a comment, a section, an indented or empty line. */
  private static final Pattern SETTING =
      Pattern.compile("[^\\s:=#-][^:=]{0,200}[:=].*|[#\\[\\]{}\"'-].*|\\s.*|");

  /**
   * Returns the end of the settings of a page before its text, between lines of {@code ---} or
   * {@code +++}; 0 if it has none.
   */
  private static int settingsEnd(String file) {
    Matcher first = FIRST.matcher(file);
    if (!first.lookingAt()) {
      return 0;
    }
    Matcher line = LINE.matcher(file);
    for (int at = first.end(); line.find(at) && at < file.length(); at = line.end()) {
      String content = line.group(1).stripTrailing();
      if (content.equals(first.group(1)) || content.equals("...")) {
        return line.end();
      }
      if (!SETTING.matcher(content).matches()) {
        return 0;
      }
    }
    return 0;
  }

  private static final class Blocks {

    private static final Pattern TASK = Pattern.compile("\\[[ xX]\\]\\s");
    private static final Pattern FILE_NAME =
        Pattern.compile("\\S*\\.[A-Za-z0-9]{2,4}|[\\w-]*\\w_\\w[\\w-]*");

    private final String file;
    private final int base;
    private final LineJoiner joiner;
    private final List<MarkupBlock> found = new ArrayList<>();

    Blocks(String file, int base) {
      this.file = file;
      this.base = base;
      this.joiner = new LineJoiner(file);
    }

    List<MarkupBlock> read(Node document) {
      children(document, BlockType.PARAGRAPH);
      return found;
    }

    /** Reads the blocks inside a block; the parser limits how deep they nest. */
    private void children(Node parent, BlockType inside) {
      for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
        if (node instanceof Paragraph) {
          boolean item = parent instanceof ListItem && node == parent.getFirstChild();
          paragraph(node, item ? BlockType.LIST_ITEM : inside);
        } else if (node instanceof Heading heading) {
          heading(heading);
        } else if (node instanceof LabelBlock label) {
          label(label, parent);
        } else if (isCode(node) || node instanceof FormulaBlock) {
          code(node);
        } else if (node instanceof HtmlBlock) {
          found.addAll(HtmlBlocks.of(file, joiner, lines(node.getSourceSpans())));
        } else if (node instanceof TableBlock) {
          cells(node);
        } else if (node instanceof Block) {
          children(node, node instanceof FootnoteDefinition ? BlockType.NOTE : inside);
        }
      }
    }

    private RawLines lines(List<SourceSpan> spans) {
      return new RawLines(file, spans, base);
    }

    private Optional<MarkupBlock> block(Node node, BlockType type, int level, TextContext rules) {
      return block(node, place -> place + base, type, level, rules);
    }

    private Optional<MarkupBlock> block(
        Node node, IntUnaryOperator inFile, BlockType type, int level, TextContext rules) {
      MarkupBlock.Builder passage = new MarkupBlock.Builder(file, joiner);
      new Inlines(file, inFile, passage, rules == TextContext.CELL).read(node);
      return passage.build(type, level, rules);
    }

    private void heading(Heading heading) {
      int start = heading.getSourceSpans().get(0).getInputIndex() + base;
      boolean underlined = file.charAt(start) != '#';
      TextContext rules = underlined ? TextContext.PARAGRAPH : TextContext.LINE;
      block(heading, BlockType.HEADING, heading.getLevel(), rules).ifPresent(found::add);
    }

    private void paragraph(Node node, BlockType type) {
      if (isOnlyImages(node)) {
        for (Node image = node.getFirstChild(); image != null; image = image.getNext()) {
          if (image instanceof Image shown) {
            description(shown);
          }
        }
        return;
      }
      if (type == BlockType.LIST_ITEM && node.getFirstChild() instanceof Text first) {
        dropCheckbox(first);
      }
      block(node, type, 0, TextContext.PARAGRAPH).ifPresent(found::add);
    }

    private void dropCheckbox(Text first) {
      String literal = first.getLiteral();
      if (TASK.matcher(literal).lookingAt() && first.getSourceSpans().size() == 1) {
        SourceSpan span = first.getSourceSpans().get(0);
        if (file.charAt(span.getInputIndex() + base) == '[') {
          first.setLiteral(literal.substring(4));
          first.setSourceSpans(List.of(span.subSpan(4)));
        }
      }
    }

    private static boolean isOnlyImages(Node paragraph) {
      boolean images = false;
      for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
        boolean image = node instanceof Image || isBadge(node);
        images |= image;
        boolean space = node instanceof Text text && text.getLiteral().isBlank();
        if (!image && !space && !(node instanceof SoftLineBreak)) {
          return false;
        }
      }
      return images;
    }

    /** Whether a link shows nothing but an image. */
    private static boolean isBadge(Node node) {
      Node only = node.getFirstChild();
      return node instanceof Link && only instanceof Image && only.getNext() == null;
    }

    /** Adds the description of a standalone image as a caption, unless it is the name of a file. */
    private void description(Image image) {
      block(image, BlockType.CAPTION, 0, TextContext.LINE)
          .filter(caption -> !isFileName(caption.found().text(), image.getDestination()))
          .filter(caption -> caption.found().type() == BlockType.CAPTION)
          .ifPresent(found::add);
    }

    private static boolean isFileName(String text, String target) {
      String file = target.substring(target.lastIndexOf('/') + 1);
      return FILE_NAME.matcher(text).matches() || file.startsWith(text + ".");
    }

    private void label(LabelBlock label, Node parent) {
      BlockType type = label.isTitle ? BlockType.HEADING : BlockType.PARAGRAPH;
      boolean ofCode = parent instanceof IndentedBlock tab && tab.isTab && holdsOnlyCode(tab);
      block(label, type, 0, TextContext.LINE)
          .map(line -> ofCode ? withType(line, BlockType.CODE) : line)
          .map(line -> label.isTitle ? line : withType(line, BlockType.PARAGRAPH))
          .ifPresent(found::add);
    }

    /** Whether a tab shows one version of a program, with its language as the title. */
    private static boolean holdsOnlyCode(Node tab) {
      boolean code = false;
      for (Node node = tab.getFirstChild(); node != null; node = node.getNext()) {
        code |= isCode(node);
        if (!isCode(node) && !(node instanceof LabelBlock)) {
          return false;
        }
      }
      return code;
    }

    private static boolean isCode(Node node) {
      return node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock;
    }

    /** Code and marks are not translated. */
    private static MarkupBlock withType(MarkupBlock block, BlockType type) {
      return new MarkupBlock(
          block.found().withType(type), block.raw(), TextContext.NEVER, block.lineBreak());
    }

    private void code(Node node) {
      List<SourceSpan> spans = node.getSourceSpans();
      if (node instanceof FencedCodeBlock fenced) {
        int end = fenced.getClosingFenceLength() == null ? spans.size() : spans.size() - 1;
        spans = spans.subList(Math.min(1, end), end);
      }
      RawLines lines = lines(spans);
      String text = lines.text();
      codeBlock(text, 0, text.length(), lines).ifPresent(found::add);
    }

    private void cells(Node table) {
      for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
        for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
          for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            if (cell instanceof TableCell && cell.getFirstChild() != null) {
              cell(cell);
            }
          }
        }
      }
    }

    private void cell(Node cell) {
      Span seen = span(cell);
      IntUnaryOperator places = cellPlaces(file, seen.start(), seen.length(), base);
      block(cell, places, BlockType.CELL, 0, TextContext.CELL).ifPresent(found::add);
    }

    private Span span(Node node) {
      int start = Integer.MAX_VALUE;
      int end = 0;
      for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
        for (SourceSpan span : child.getSourceSpans()) {
          start = Math.min(start, span.getInputIndex() + base);
          end = Math.max(end, span.getInputIndex() + base + span.getLength());
        }
      }
      return start > end ? new Span(0, 0) : new Span(start, end);
    }
  }

  /**
   * Divides a block of HTML inside Markdown into passages: text between tags that begin or end a
   * paragraph. Tags inside running text are codes.
   */
  private static final class HtmlBlocks {

    private final String file;
    private final LineJoiner joiner;
    private final RawLines lines;
    private final String html;
    private final TagScan tags;
    private final String lower;
    private final List<MarkupBlock> found = new ArrayList<>();
    private MarkupBlock.Builder passage;
    private BlockType type = BlockType.PARAGRAPH;
    private int level;

    private HtmlBlocks(String file, LineJoiner joiner, RawLines lines) {
      this.file = file;
      this.joiner = joiner;
      this.lines = lines;
      this.html = lines.text();
      this.tags = new TagScan(html, html.length());
      this.lower = html.toLowerCase(Locale.ROOT);
      this.passage = new MarkupBlock.Builder(file, joiner);
    }

    static List<MarkupBlock> of(String file, LineJoiner joiner, RawLines lines) {
      HtmlBlocks passages = new HtmlBlocks(file, joiner, lines);
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

    private int tagEnd(int start) {
      char next = start + 1 < html.length() ? html.charAt(start + 1) : ' ';
      boolean begins = Character.isLetter(next) || "/!?".indexOf(next) >= 0;
      return begins ? tags.end(start) : -1;
    }

    private int tag(int start, int end) {
      HtmlTag tag = HtmlTag.of(html.substring(start, end));
      boolean whole = !tag.closing() && (tag.isHidden() || tag.name().equals("pre"));
      if (whole) {
        flush();
        int close = lower.indexOf("</" + tag.name(), end);
        int until = close < 0 ? html.length() : close;
        if (tag.name().equals("pre")) {
          codeBlock(html, end, until, lines).ifPresent(found::add);
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
      passage.build(type, level, TextContext.HTML).ifPresent(found::add);
      passage = new MarkupBlock.Builder(file, joiner);
    }

    private void text(int from, int to) {
      int at = from;
      for (int i = from; i < to; i++) {
        char c = html.charAt(i);
        Entity entity = c == '&' ? Entity.at(html, i) : null;
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

  /**
   * The lines of a block without their surroundings (quotation signs, indents), joined by line
   * feeds, with their places in the file.
   */
  private static final class RawLines {

    private final StringBuilder text = new StringBuilder();
    private final List<Integer> offsets = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();

    RawLines(String file, List<SourceSpan> spans, int base) {
      int line = -1;
      for (SourceSpan span : spans) {
        if (line >= 0) {
          text.append("\n".repeat(Math.max(1, span.getLineIndex() - line)));
        }
        line = span.getLineIndex();
        int start = span.getInputIndex() + base;
        offsets.add(text.length());
        places.add(start);
        text.append(file, start, start + span.getLength());
      }
    }

    String text() {
      return text.toString();
    }

    int inFile(int offset) {
      int low = 0;
      int high = offsets.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (offsets.get(middle) <= offset) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low == 0 ? offset : places.get(low - 1) + offset - offsets.get(low - 1);
    }
  }

  /** Reads the text of one block of Markdown, and its markup as codes. */
  private record Inlines(
      String file, IntUnaryOperator inFile, MarkupBlock.Builder passage, boolean cell) {

    /** Reads everything inside a node. There is no limit to the depth of nested markup. */
    void read(Node parent) {
      Node node = parent.getFirstChild();
      while (node != null) {
        enter(node);
        Node child = node instanceof Text ? null : node.getFirstChild();
        if (child != null) {
          node = child;
          continue;
        }
        while (node != parent && node.getNext() == null) {
          node = node.getParent();
          if (node == null || node == parent) {
            return;
          }
          leave(node);
        }
        node = node.getNext();
      }
    }

    private int start(Node node) {
      return inFile.applyAsInt(node.getSourceSpans().get(0).getInputIndex());
    }

    private int end(Node node) {
      List<SourceSpan> spans = node.getSourceSpans();
      return end(spans.get(spans.size() - 1));
    }

    private int end(SourceSpan span) {
      return inFile.applyAsInt(span.getInputIndex() + span.getLength());
    }

    private void enter(Node node) {
      if (node instanceof SoftLineBreak) {
        passage.softBreak();
      } else if (node instanceof HardLineBreak) {
        passage.hardBreak();
      } else if (node.getSourceSpans().isEmpty()) {
        return;
      } else if (node instanceof Text words) {
        text(words);
      } else if (node instanceof Code code) {
        int ticks = run(start(code), '`');
        program(code, InlineCodes.Kind.PROGRAM, ticks);
      } else if (node instanceof Formula formula) {
        program(formula, InlineCodes.Kind.FORMULA, formula.signs);
      } else if (node instanceof HtmlInline) {
        HtmlTag.of(file.substring(start(node), end(node))).addTo(passage, start(node), end(node));
      } else if (node.getFirstChild() == null) {
        passage.alone(kind(node), start(node), end(node));
      } else {
        passage.open(node, kind(node), start(node), start(node.getFirstChild()));
      }
    }

    private void leave(Node node) {
      if (node.getSourceSpans().isEmpty()) {
        return;
      }
      Node last = node.getLastChild();
      int from = last == null || last.getSourceSpans().isEmpty() ? end(node) : end(last);
      String content = file.substring(from, end(node));
      if (content.equals("]") || content.equals("][]")) {
        // The text of the link is its label: with another text it would lead nowhere.
        content = "][" + file.substring(start(node.getFirstChild()), from) + "]";
      }
      passage.close(node, kind(node), from, end(node), content);
    }

    private static InlineCodes.Kind kind(Node node) {
      if (node instanceof StrongEmphasis) {
        return InlineCodes.Kind.BOLD;
      }
      if (node instanceof Emphasis) {
        return InlineCodes.Kind.ITALIC;
      }
      if (node instanceof StruckText) {
        return InlineCodes.Kind.STRUCK;
      }
      if (node instanceof Link) {
        return InlineCodes.Kind.LINK;
      }
      if (node instanceof Image) {
        return InlineCodes.Kind.IMAGE;
      }
      return node instanceof FootnoteReference ? InlineCodes.Kind.NOTE : InlineCodes.Kind.TAG;
    }

    private int run(int start, char c) {
      int end = start;
      while (end < file.length() && file.charAt(end) == c) {
        end++;
      }
      return end - start;
    }

    private void program(Node node, InlineCodes.Kind kind, int signs) {
      int start = start(node) + signs;
      int end = end(node) - signs;
      boolean padded =
          kind == InlineCodes.Kind.PROGRAM
              && end - start > 2
              && file.charAt(start) == ' '
              && file.charAt(end - 1) == ' '
              && !file.substring(start, end).isBlank();
      start += padded ? 1 : 0;
      end -= padded ? 1 : 0;
      passage.open(node, kind, start(node), start);
      boolean first = true;
      for (SourceSpan span : node.getSourceSpans()) {
        if (!first) {
          passage.softBreak();
        }
        first = false;
        int from = Math.max(start, inFile.applyAsInt(span.getInputIndex()));
        int to = Math.min(end, end(span));
        if (from < to) {
          literal(from, to);
        }
      }
      passage.close(node, kind, end, end(node));
    }

    /** Adds characters of code, where only the bar of a table is escaped. */
    private void literal(int from, int to) {
      int at = from;
      for (int bar = bar(from, to); bar >= 0; bar = bar(at, to)) {
        at = passage.decoded(at, "|", bar, bar + 2);
      }
      passage.text(file.substring(at, to), at);
    }

    private int bar(int from, int to) {
      int bar = cell ? file.indexOf("\\|", from) : -1;
      return bar >= 0 && bar + 2 <= to ? bar : -1;
    }

    private void text(Text node) {
      String literal = node.getLiteral();
      int done = 0;
      for (SourceSpan span : node.getSourceSpans()) {
        int from = inFile.applyAsInt(span.getInputIndex());
        done = text(literal, done, from, end(span));
      }
    }

    private int text(String literal, int done, int from, int to) {
      int at = from;
      int i = from;
      int j = done;
      while (i < to && j < literal.length()) {
        Entity entity = Entity.at(file, i);
        boolean escape =
            file.charAt(i) == '\\'
                && i + 1 < to
                && TextContext.PUNCTUATION.indexOf(file.charAt(i + 1)) >= 0;
        if (entity != null
            && i + entity.length() <= to
            && literal.startsWith(entity.decoded(), j)) {
          i = passage.decoded(at, entity.decoded(), i, i + entity.length());
          j += entity.decoded().length();
          at = i;
        } else if (escape && literal.charAt(j) == file.charAt(i + 1)) {
          i = passage.decoded(at, file.substring(i + 1, i + 2), i, i + 2);
          j++;
          at = i;
        } else if (literal.charAt(j) == file.charAt(i)) {
          i++;
          j++;
        } else {
          passage.decoded(at, literal.substring(j), i, to);
          return literal.length();
        }
      }
      passage.text(file.substring(at, i), at);
      return j;
    }
  }

  private static Optional<MarkupBlock> codeBlock(String text, int from, int to, RawLines lines) {
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
    return Optional.of(new MarkupBlock(code, raw, TextContext.NEVER, "\n"));
  }

  /**
   * Returns the places in the file of the content of a table cell. The parser removes the backslash
   * from {@code \|} before it reads a cell, so that its later places are too small.
   */
  private static IntUnaryOperator cellPlaces(String file, int start, int length, int base) {
    int[] places = new int[length + 1];
    int at = start;
    for (int i = 0; i <= length; i++) {
      places[i] = at;
      at += file.startsWith("\\|", at) ? 2 : 1;
    }
    return place -> places[Math.max(0, Math.min(length, place + base - start))];
  }
}
