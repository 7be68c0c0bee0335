package ballast.format.markup;

import ballast.bitext.InputException;
import ballast.format.article.Mark;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.internal.InlineParserImpl;
import org.commonmark.internal.ParagraphParser;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Nodes;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpans;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParser;
import org.commonmark.parser.block.BlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;

/**
 * CommonMark with widely used extensions: tables, footnotes and strikethrough of GitHub, formulas
 * between dollar signs, the admonitions and tabs of MkDocs, the {@code :::} containers of VuePress
 * and Docusaurus.
 */
final class MarkdownParser {

  private static final int MAX_DEPTH = 60;

  private MarkdownParser() {}

  /**
   * @param mark the form of a user's marks, each a block of its own
   */
  static Node parse(String text, Mark mark) {
    return Parser.builder()
        .customBlockParserFactory(new LongParagraph())
        .customBlockParserFactory((state, matched) -> wideTable(state)) // before tables
        .inlineParserFactory(MarkdownParser::inlines)
        .extensions(List.of(TablesExtension.create(), FootnotesExtension.create()))
        .customBlockParserFactory((state, matched) -> lineLabel(state, mark))
        .customBlockParserFactory((state, matched) -> IndentedParser.start(state))
        .customBlockParserFactory((state, matched) -> FormulaBlock.start(state))
        .customInlineContentParserFactory(new Trigger('$', new FormulaParser()))
        .customInlineContentParserFactory(new Trigger('{', new BracesParser()))
        .customDelimiterProcessor(new StruckText.Processor())
        .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
        .maxOpenBlockParsers(MAX_DEPTH)
        .build()
        .parse(text);
  }

  private static final int MAX_COLUMNS = 500;

  /** Maximum lines of a paragraph that start with no letter: each copies all lines before it. */
  private static final int MAX_LINES = 1_000;

  /** Maximum brackets of one paragraph: each link visits all brackets open before it. */
  private static final int MAX_BRACKETS = 10_000;

  /**
   * Rejects tables with more columns than any author writes: each row, however short, would get as
   * many cells as the first. Their lines remain a paragraph.
   */
  private static BlockStart wideTable(ParserState state) {
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

  /**
   * Begins a new paragraph after {@link #MAX_LINES} lines. The parser asks only about lines that do
   * not begin with a letter. Keeps state, so each parse needs its own.
   */
  private static final class LongParagraph implements BlockParserFactory {

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
   * @throws InputException (the parser) if the block has more than {@link #MAX_BRACKETS} brackets
   */
  private static InlineParser inlines(InlineParserContext context) {
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

  private static final Pattern FENCE =
      Pattern.compile(
          ":{3,20}+[ \\t]*+(?:[\\w.-]++)?+(?:\\[(?<inBrackets>[^\\]]*+)\\][ \\t]*+"
              + "|(?:\\{[^}]*+\\})?+(?:[ \\t]++(?<title>\\S.*)?)?)",
          Pattern.UNICODE_CHARACTER_CLASS);

  /** Begins a single-line block: a user's mark, or {@code ::: tip Title} with its end. */
  private static BlockStart lineLabel(ParserState state, Mark mark) {
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

  /**
   * Reads {@code !!! note "Title"}, {@code ??? note} and {@code === "Tab"} of MkDocs, whose content
   * is indented by four columns.
   */
  private static final class IndentedParser extends AbstractBlockParser {

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

    static BlockStart start(ParserState state) {
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

  static final class FormulaBlock extends CustomBlock {

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

    static BlockStart start(ParserState state) {
      CharSequence line = state.getLine().getContent();
      String content = stripped(line.subSequence(state.getIndex(), line.length()));
      if (state.getIndent() >= 4 || !content.startsWith(SIGN)) {
        return BlockStart.none();
      }
      // With text after the closing sign, the formula is part of a paragraph.
      int end = content.indexOf(SIGN, SIGN.length());
      return end >= 0 && end + SIGN.length() < content.length()
          ? BlockStart.none()
          : BlockStart.of(new Lines()).atIndex(state.getNextNonSpaceIndex());
    }
  }

  /**
   * Reads formulas between dollar signs as Pandoc does: no white space inside at either end, no
   * digit after the end, so that "$5 and $6" is not one.
   */
  private static final class FormulaParser implements InlineContentParser {

    private static final int MAX_LENGTH = 1000;

    @Override
    public ParsedInline tryParse(InlineParserState state) {
      Scanner scanner = state.scanner();
      int signs = signs(scanner);
      if (signs > 2 || (signs == 1 && isBlank(scanner.peek()))) {
        return ParsedInline.none();
      }
      char before = '$';
      for (int i = 0; i < MAX_LENGTH && scanner.hasNext(); i++) {
        char c = scanner.peek();
        if (c == '\\') {
          scanner.next();
          c = scanner.peek();
        } else if (c == '$') {
          int found = signs(scanner);
          boolean right = found == signs && i > 0 && (signs == 2 || !isBlank(before));
          boolean money = signs == 1 && Character.isDigit(scanner.peek());
          return right && !money
              ? ParsedInline.of(new Formula(signs), scanner.position())
              : ParsedInline.none();
        }
        before = c;
        scanner.next();
      }
      return ParsedInline.none();
    }

    /** Skips at most three signs, one too many: a longer run is never a formula. */
    private static int signs(Scanner scanner) {
      int signs = 0;
      while (signs < 3 && scanner.next('$')) {
        signs++;
      }
      return signs;
    }

    private static boolean isBlank(char c) {
      return c == ' ' || c == '\n' || c == '\t' || c == Scanner.END;
    }
  }

  /**
   * Reads attributes in braces ({@code {#id .class key=value}}, as in kramdown, Pandoc and MkDocs)
   * and the commands of Jekyll, Hugo and Vue ({@code {{ x }}}, {@code {% x %}}).
   */
  private static final class BracesParser implements InlineContentParser {

    private static final int MAX_LENGTH = 500;
    private static final Pattern ATTRIBUTES =
        Pattern.compile(
            "\\{:?\\s*+(?:(?:[.#][\\w-]++|[\\w-]++=(?:\"[^\"]*+\"|'[^']*+'|[^\\s\"'}]++))\\s*+)++\\}");

    @Override
    public ParsedInline tryParse(InlineParserState state) {
      Scanner scanner = state.scanner();
      scanner.next();
      char second = scanner.peek();
      String end = second == '{' ? "}}" : second == '%' ? "%}" : "";
      StringBuilder text = new StringBuilder("{");
      for (int i = 0; i < MAX_LENGTH && scanner.hasNext() && scanner.peek() != '\n'; i++) {
        char c = scanner.peek();
        scanner.next();
        text.append(c);
        if (c == '}') {
          boolean command = !end.isEmpty() && text.length() > 3 && text.toString().endsWith(end);
          if (command || (end.isEmpty() && ATTRIBUTES.matcher(text).matches())) {
            return ParsedInline.of(new Braces(), scanner.position());
          }
          if (end.isEmpty()) {
            return ParsedInline.none();
          }
        }
      }
      return ParsedInline.none();
    }
  }

  /** Calls a parser without state at each occurrence of a character. */
  private record Trigger(char sign, InlineContentParser parser)
      implements InlineContentParserFactory {

    @Override
    public Set<Character> getTriggerCharacters() {
      return Set.of(sign);
    }

    @Override
    public InlineContentParser create() {
      return parser;
    }
  }

  static final class StruckText extends CustomNode {

    static final class Processor implements DelimiterProcessor {

      @Override
      public char getOpeningCharacter() {
        return '~';
      }

      @Override
      public char getClosingCharacter() {
        return '~';
      }

      @Override
      public int getMinLength() {
        return 2;
      }

      @Override
      public int process(DelimiterRun opening, DelimiterRun closing) {
        if (opening.length() != closing.length() || opening.length() != 2) {
          return 0;
        }
        Text opener = opening.getOpener();
        StruckText struck = new StruckText();
        SourceSpans spans = new SourceSpans();
        spans.addAllFrom(opening.getOpeners(2));
        for (Node node : Nodes.between(opener, closing.getCloser())) {
          struck.appendChild(node);
          spans.addAll(node.getSourceSpans());
        }
        spans.addAllFrom(closing.getClosers(2));
        struck.setSourceSpans(spans.getSourceSpans());
        opener.insertAfter(struck);
        return 2;
      }
    }
  }

  /** Reads the rest of one line as a label. */
  private static final class LabelParser extends AbstractBlockParser {

    private final LabelBlock block;
    private final int length;
    private SourceLines lines = SourceLines.empty();

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

  /** The title of an admonition, tab or container, or a user's mark, on its own line. */
  static final class LabelBlock extends CustomBlock {

    final boolean isTitle;

    LabelBlock(boolean isTitle) {
      this.isTitle = isTitle;
    }
  }

  static final class IndentedBlock extends CustomBlock {

    final boolean isTab;

    IndentedBlock(boolean isTab) {
      this.isTab = isTab;
    }
  }

  static final class Formula extends CustomNode {

    final int signs;

    Formula(int signs) {
      this.signs = signs;
    }
  }

  /** Attributes such as <code>{#id .class}</code>, or a command of a template, inside a line. */
  private static final class Braces extends CustomNode {}
}
