package ballast.format.markup;

import ballast.format.article.Mark;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Lines that stand for themselves: a user's marks, and {@code ::: tip Title} with its end. */
final class LineLabelParser {

  private static final Pattern FENCE =
      Pattern.compile(
          ":{3,20}+[ \\t]*+(?:[\\w.-]++)?+(?:\\[(?<inBrackets>[^\\]]*+)\\][ \\t]*+"
              + "|(?:\\{[^}]*+\\})?+(?:[ \\t]++(?<title>\\S.*)?)?)",
          Pattern.UNICODE_CHARACTER_CLASS);

  private LineLabelParser() {}

  /** Begins such lines. */
  static final class Factory implements BlockParserFactory {

    private final Mark mark;

    Factory(Mark mark) {
      this.mark = mark;
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      if (state.getIndent() >= 4 || state.isBlank()) {
        return BlockStart.none();
      }
      int start = state.getNextNonSpaceIndex();
      CharSequence line = state.getLine().getContent();
      CharSequence content = line.subSequence(start, line.length());
      if (content.charAt(0) == ':') {
        Matcher fence = FENCE.matcher(content);
        return fence.matches() ? fence(start, fence, content.length()) : BlockStart.none();
      }
      return mark.isMark(content.toString())
          ? BlockStart.of(new LabelParser(new LabelBlock(false), content.length())).atIndex(start)
          : BlockStart.none();
    }

    private static BlockStart fence(int start, Matcher fence, int length) {
      String group = fence.group("inBrackets") != null ? "inBrackets" : "title";
      boolean titled = fence.group(group) != null;
      int from = titled ? fence.start(group) : length;
      int size = titled ? fence.end(group) - from : 0;
      return BlockStart.of(new LabelParser(new LabelBlock(true), size)).atIndex(start + from);
    }
  }
}
