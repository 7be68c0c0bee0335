package ballast.format.markup;

import ballast.bitext.InputException;
import org.commonmark.internal.InlineParserImpl;
import org.commonmark.internal.ParagraphParser;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.BlockParser;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Limits that keep the time and memory of the CommonMark parser linear in the file. */
final class MarkdownLimits {

  private static final int MAX_COLUMNS = 500;

  /** Maximum lines of a paragraph that start with no letter: each copies all lines before it. */
  private static final int MAX_LINES = 1_000;

  /** Brackets of one paragraph: each link visits all brackets that are open before it. */
  private static final int MAX_BRACKETS = 10_000;

  private MarkdownLimits() {}

  /**
   * Refuses tables with more columns than any author writes: each row, however short, would get as
   * many cells as the first. Their lines stay a paragraph.
   */
  static final class WideTable implements BlockParserFactory {

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      CharSequence line = state.getLine().getContent();
      if (line.length() <= MAX_COLUMNS || state.getIndent() >= 4) {
        return BlockStart.none();
      }
      int columns = 0;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (c == '|') {
          columns++;
        } else if (c != '-' && c != ':' && c != ' ' && c != '\t') {
          return BlockStart.none();
        }
      }
      return columns <= MAX_COLUMNS
          ? BlockStart.none()
          : BlockStart.of(new LabelParser(new LabelBlock(true), 0)).atIndex(line.length());
    }
  }

  /**
   * Begins a new paragraph after {@link #MAX_LINES} lines. The parser asks only about lines that do
   * not begin with a letter. Keeps state, so each parse needs its own.
   */
  static final class LongParagraph implements BlockParserFactory {

    private BlockParser paragraph = new ParagraphParser();
    private int lines;

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      BlockParser open = matched.getMatchedBlockParser();
      lines = open == paragraph ? lines + 1 : 0;
      paragraph = open;
      return lines < MAX_LINES || !(open.getBlock() instanceof Paragraph)
          ? BlockStart.none()
          : BlockStart.of(new ParagraphParser()).atIndex(state.getIndex());
    }
  }

  /**
   * Reads the inline markup of a block.
   *
   * @throws InputException (the parser) if the block has more than {@link #MAX_BRACKETS} brackets
   */
  static InlineParser inlines(InlineParserContext context) {
    InlineParser parser = new InlineParserImpl(context);
    return (lines, block) -> {
      if (brackets(lines) > MAX_BRACKETS) {
        throw new InputException(
            "cannot read the Markdown: a paragraph has more than 10,000 brackets",
            "check that it is the file you mean");
      }
      parser.parse(lines, block);
    };
  }

  private static long brackets(SourceLines lines) {
    return lines.getLines().stream()
        .map(SourceLine::getContent)
        .mapToLong(line -> line.chars().filter(c -> c == '[').count())
        .sum();
  }
}
