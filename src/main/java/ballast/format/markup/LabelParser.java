package ballast.format.markup;

import org.commonmark.node.Block;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.ParserState;

/** Reads the rest of one line as a label. */
final class LabelParser extends AbstractBlockParser {

  private final LabelBlock block;
  private final int length;
  private SourceLines lines = SourceLines.empty();

  /**
   * @param length how much of the rest of the line belongs to the label, UTF-16 units
   */
  LabelParser(LabelBlock block, int length) {
    this.block = block;
    this.length = length;
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    return BlockContinue.none();
  }

  @Override
  public void addLine(SourceLine line) {
    int end = Math.min(length, line.getContent().length());
    lines = SourceLines.of(line.substring(0, end));
  }

  @Override
  public void parseInlines(InlineParser inlineParser) {
    inlineParser.parse(lines, block);
  }
}
