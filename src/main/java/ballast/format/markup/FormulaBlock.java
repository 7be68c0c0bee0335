package ballast.format.markup;

import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** A formula between lines of two dollar signs. */
final class FormulaBlock extends CustomBlock {

  private static final String SIGN = "$$";

  private static String stripped(CharSequence line) {
    return line.toString().strip();
  }

  /** Reads its lines, up to the closing sign or a blank line. */
  private static final class Lines extends AbstractBlockParser {

    private final FormulaBlock block = new FormulaBlock();
    private boolean begun;
    private boolean closed;

    @Override
    public Block getBlock() {
      return block;
    }

    @Override
    public void addLine(SourceLine line) {
      String content = stripped(line.getContent());
      int least = begun ? SIGN.length() : 2 * SIGN.length();
      closed = content.length() >= least && content.endsWith(SIGN);
      begun = true;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
      return closed || state.isBlank()
          ? BlockContinue.none()
          : BlockContinue.atIndex(state.getIndex());
    }
  }

  /** Begins such formulas. */
  static final class Factory implements BlockParserFactory {

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      CharSequence line = state.getLine().getContent();
      String content = stripped(line.subSequence(state.getIndex(), line.length()));
      if (state.getIndent() >= 4 || !content.startsWith(SIGN)) {
        return BlockStart.none();
      }
      // With text behind the closing sign the formula stands in a paragraph.
      int end = content.indexOf(SIGN, SIGN.length());
      return end >= 0 && end + SIGN.length() < content.length()
          ? BlockStart.none()
          : BlockStart.of(new Lines()).atIndex(state.getNextNonSpaceIndex());
    }
  }
}
