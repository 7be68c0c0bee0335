package ballast.format.markup;

import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Refuses tables with more columns than any person writes: each row, however short, would get as
 * many cells as the first. Their lines stay a paragraph.
 */
final class WideTable implements BlockParserFactory {

  private static final int MAX_COLUMNS = 500;

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
