package ballast.format.markup;

import ballast.bitext.BlockType;
import ballast.bitext.Span;
import ballast.format.article.LineJoiner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/** Makes typed blocks of the tree of a Markdown text. */
final class MarkdownBlocks {

  private static final Pattern TASK = Pattern.compile("\\[[ xX]\\]\\s");
  private static final Pattern FILE_NAME =
      Pattern.compile("\\S*\\.[A-Za-z0-9]{2,4}|[\\w-]*\\w_\\w[\\w-]*");

  private final String file;
  private final int base;
  private final LineJoiner joiner;
  private final List<MarkupBlock> found = new ArrayList<>();

  /**
   * @param file all characters of the file
   * @param base where in the file the text of the parser begins
   */
  MarkdownBlocks(String file, int base) {
    this.file = file;
    this.base = base;
    this.joiner = new LineJoiner(file);
  }

  /** The blocks of the text, in order. */
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
      } else if (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock) {
        code(node);
      } else if (node instanceof FormulaBlock) {
        code(node);
      } else if (node instanceof HtmlBlock) {
        found.addAll(HtmlPassages.of(file, joiner, lines(node.getSourceSpans())));
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

  private void inlines(Node node, BlockType type, int level, TextRules rules) {
    read(node, place -> place + base, rules).build(type, level, rules).ifPresent(found::add);
  }

  private PassageBuilder read(Node node, IntUnaryOperator inFile, TextRules rules) {
    PassageBuilder passage = new PassageBuilder(file, joiner);
    new MarkdownInlines(file, inFile, passage, rules == TextRules.CELL).read(node);
    return passage;
  }

  private void heading(Heading heading) {
    int start = heading.getSourceSpans().get(0).getInputIndex() + base;
    boolean underlined = file.charAt(start) != '#';
    TextRules rules = underlined ? TextRules.PARAGRAPH : TextRules.LINE;
    inlines(heading, BlockType.HEADING, heading.getLevel(), rules);
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
    inlines(node, type, 0, TextRules.PARAGRAPH);
  }

  /** Takes the box of a task list out of the text. */
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

  /** The description of an image that stands alone; it is left out if it is a file's name. */
  private void description(Image image) {
    Optional<MarkupBlock> block =
        read(image, place -> place + base, TextRules.LINE)
            .build(BlockType.CAPTION, 0, TextRules.LINE);
    block
        .filter(caption -> !isFileName(caption.found().text(), image.getDestination()))
        .filter(caption -> caption.found().type() == BlockType.CAPTION)
        .ifPresent(found::add);
  }

  private static boolean isFileName(String text, String target) {
    String file = target.substring(target.lastIndexOf('/') + 1);
    return FILE_NAME.matcher(text).matches() || file.startsWith(text + ".");
  }

  private void label(LabelBlock label, Node parent) {
    BlockType type = label.isTitle() ? BlockType.HEADING : BlockType.PARAGRAPH;
    Optional<MarkupBlock> block =
        read(label, place -> place + base, TextRules.LINE).build(type, 0, TextRules.LINE);
    boolean ofCode = parent instanceof IndentedBlock tab && tab.isTab() && holdsOnlyCode(tab);
    block
        .map(line -> ofCode ? withType(line, BlockType.CODE) : line)
        .map(line -> label.isTitle() ? line : withType(line, BlockType.PARAGRAPH))
        .ifPresent(found::add);
  }

  /** Whether a tab shows one version of a program, whose language is its title. */
  private static boolean holdsOnlyCode(Node tab) {
    boolean code = false;
    for (Node node = tab.getFirstChild(); node != null; node = node.getNext()) {
      boolean isCode = node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock;
      code |= isCode;
      if (!isCode && !(node instanceof LabelBlock)) {
        return false;
      }
    }
    return code;
  }

  /** Code and marks are not translated. */
  private static MarkupBlock withType(MarkupBlock block, BlockType type) {
    return new MarkupBlock(
        block.found().withType(type), block.raw(), TextRules.NEVER, block.lineBreak());
  }

  private void code(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (node instanceof FencedCodeBlock fenced) {
      int end = fenced.getClosingFenceLength() == null ? spans.size() : spans.size() - 1;
      spans = spans.subList(Math.min(1, end), end);
    }
    RawLines lines = lines(spans);
    String text = lines.text();
    CodeText.of(text, 0, text.length(), lines).ifPresent(found::add);
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
    IntUnaryOperator places = CellPlaces.of(file, seen.start(), seen.length(), base);
    read(cell, places, TextRules.CELL)
        .build(BlockType.CELL, 0, TextRules.CELL)
        .ifPresent(found::add);
  }

  /** From the first to the last place of what is inside a node, as the parser has seen it. */
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
