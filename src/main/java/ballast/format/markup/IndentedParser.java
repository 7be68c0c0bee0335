package ballast.format.markup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Reads {@code !!! note "Title"}, {@code ??? note} and {@code === "Tab"} of MkDocs, whose content
 * is indented by four columns.
 */
final class IndentedParser extends AbstractBlockParser {

  private static final int INDENT = 4;
  private static final Pattern START =
      Pattern.compile(
          "(?:(?:!!!|\\?\\?\\?\\+?)[ \\t]*+[\\w-]++(?:[ \\t]++[\\w-]++)*+|===[!+]?)"
              + "(?:[ \\t]++\"(?<title>.*)\")?+[ \\t]*+",
          Pattern.UNICODE_CHARACTER_CLASS);

  private final IndentedBlock block;

  private IndentedParser(boolean tab) {
    this.block = new IndentedBlock(tab);
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public boolean isContainer() {
    return true;
  }

  @Override
  public boolean canContain(Block child) {
    return true;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    if (state.isBlank()) {
      return BlockContinue.atIndex(state.getNextNonSpaceIndex());
    }
    return state.getIndent() >= INDENT
        ? BlockContinue.atColumn(state.getColumn() + INDENT)
        : BlockContinue.none();
  }

  /** Begins admonitions and tabs. */
  static final class Factory implements BlockParserFactory {

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      if (state.getIndent() >= INDENT || state.isBlank()) {
        return BlockStart.none();
      }
      int start = state.getNextNonSpaceIndex();
      CharSequence line = state.getLine().getContent();
      char first = line.charAt(start);
      if (first != '!' && first != '?' && first != '=') {
        return BlockStart.none();
      }
      Matcher matcher = START.matcher(line.subSequence(start, line.length()));
      if (!matcher.matches() || (first == '=' && matcher.group("title") == null)) {
        return BlockStart.none();
      }
      IndentedParser container = new IndentedParser(first == '=');
      if (matcher.group("title") == null) {
        return BlockStart.of(container).atIndex(line.length());
      }
      int from = matcher.start("title");
      LabelParser title = new LabelParser(new LabelBlock(true), matcher.end("title") - from);
      return BlockStart.of(container, title).atIndex(start + from);
    }
  }
}
