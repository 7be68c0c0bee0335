package ballast.format.markup;

import ballast.format.markup.Entities.Entity;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Reads what stands inside one block of Markdown: its text, and its markup as codes. */
final class MarkdownInlines {

  private final String file;
  private final IntUnaryOperator inFile;
  private final PassageBuilder passage;
  private final boolean cell;

  /**
   * @param file all characters of the file
   * @param inFile gives the place in the file of a place of the parser
   * @param passage receives text and codes
   * @param cell whether it is read from a cell of a table
   */
  MarkdownInlines(String file, IntUnaryOperator inFile, PassageBuilder passage, boolean cell) {
    this.file = file;
    this.inFile = inFile;
    this.passage = passage;
    this.cell = cell;
  }

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
      program(code, CodeKind.PROGRAM, ticks);
    } else if (node instanceof Formula formula) {
      program(formula, CodeKind.FORMULA, formula.signs());
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

  private static CodeKind kind(Node node) {
    if (node instanceof StrongEmphasis) {
      return CodeKind.BOLD;
    }
    if (node instanceof Emphasis) {
      return CodeKind.ITALIC;
    }
    if (node instanceof StruckText) {
      return CodeKind.STRUCK;
    }
    if (node instanceof Link) {
      return CodeKind.LINK;
    }
    if (node instanceof Image) {
      return CodeKind.IMAGE;
    }
    return node instanceof FootnoteReference ? CodeKind.NOTE : CodeKind.TAG;
  }

  private int run(int start, char c) {
    int end = start;
    while (end < file.length() && file.charAt(end) == c) {
      end++;
    }
    return end - start;
  }

  /** Program code or a formula between signs. */
  private void program(Node node, CodeKind kind, int signs) {
    int start = start(node) + signs;
    int end = end(node) - signs;
    boolean padded =
        kind == CodeKind.PROGRAM
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

  /** Characters of code, in which only the bar of a table is escaped. */
  private void literal(int from, int to) {
    int at = from;
    for (int bar = bar(from, to); bar >= 0; bar = bar(at, to)) {
      passage.text(file.substring(at, bar), at);
      passage.decoded("|", bar, bar + 2);
      at = bar + 2;
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

  /**
   * Appends one stretch of the file, whose characters are those of {@code literal} from then on.
   */
  private int text(String literal, int done, int from, int to) {
    int at = from;
    int i = from;
    int j = done;
    while (i < to && j < literal.length()) {
      Entity entity = Entities.at(file, i);
      boolean escape =
          file.charAt(i) == '\\'
              && i + 1 < to
              && MarkdownEscaping.PUNCTUATION.indexOf(file.charAt(i + 1)) >= 0;
      if (entity != null && i + entity.length() <= to && literal.startsWith(entity.decoded(), j)) {
        passage.text(file.substring(at, i), at);
        passage.decoded(entity.decoded(), i, i + entity.length());
        i += entity.length();
        j += entity.decoded().length();
        at = i;
      } else if (escape && literal.charAt(j) == file.charAt(i + 1)) {
        passage.text(file.substring(at, i), at);
        passage.decoded(file.substring(i + 1, i + 2), i, i + 2);
        i += 2;
        j++;
        at = i;
      } else if (literal.charAt(j) == file.charAt(i)) {
        i++;
        j++;
      } else {
        passage.text(file.substring(at, i), at);
        passage.decoded(literal.substring(j), i, to);
        return literal.length();
      }
    }
    passage.text(file.substring(at, i), at);
    return j;
  }
}
