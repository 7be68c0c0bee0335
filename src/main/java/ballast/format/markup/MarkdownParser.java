package ballast.format.markup;

import ballast.format.article.Mark;
import java.util.List;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * CommonMark with what is widely used beyond it: tables, footnotes and strikethrough of GitHub,
 * formulas between dollar signs, the admonitions and tabs of MkDocs, the {@code :::} containers of
 * VuePress and Docusaurus.
 */
final class MarkdownParser {

  private static final int MAX_DEPTH = 60;

  private MarkdownParser() {}

  /**
   * The tree of a text, each node with its places.
   *
   * @param mark the form of a user's marks, each a block of its own
   */
  static Node parse(String text, Mark mark) {
    return Parser.builder()
        .customBlockParserFactory(new MarkdownLimits.LongParagraph())
        .customBlockParserFactory(new MarkdownLimits.WideTable()) // before the reader of tables
        .inlineParserFactory(MarkdownLimits::inlines)
        .extensions(List.of(TablesExtension.create(), FootnotesExtension.create()))
        .customBlockParserFactory(new LineLabelParser.Factory(mark))
        .customBlockParserFactory(new IndentedParser.Factory())
        .customBlockParserFactory(new FormulaBlock.Factory())
        .customInlineContentParserFactory(new FormulaParser.Factory())
        .customInlineContentParserFactory(new BracesParser.Factory())
        .customDelimiterProcessor(new StruckText.Processor())
        .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
        .maxOpenBlockParsers(MAX_DEPTH)
        .build()
        .parse(text);
  }
}
