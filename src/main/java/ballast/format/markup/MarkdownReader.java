package ballast.format.markup;

import ballast.bitext.InputException;
import ballast.format.article.FoundContent;
import ballast.format.article.Mark;
import ballast.format.article.MarkupReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads Markdown: CommonMark with tables, footnotes, formulas, admonitions and tabs. Code, formulas
 * and settings are never text; bold, links, inline code and HTML tags are codes. The description of
 * an image that stands alone is a caption. Titles of links and images are part of their code.
 */
public final class MarkdownReader implements MarkupReader, MarkedText {

  private final Mark mark;

  /**
   * @param mark the form of a user's marks
   */
  public MarkdownReader(Mark mark) {
    this.mark = mark;
  }

  @Override
  public FoundContent read(String text, String name) {
    List<String> notes = new ArrayList<>();
    if (FrontMatter.end(text) > 0) {
      notes.add("front matter left out");
    }
    List<MarkupBlock> blocks = blocks(text);
    return new FoundContent(blocks.stream().map(MarkupBlock::found).toList(), notes, List.of());
  }

  /**
   * The blocks of a file.
   *
   * @throws InputException if its markup is nested too deeply
   */
  @Override
  public List<MarkupBlock> blocks(String text) {
    int start = FrontMatter.end(text);
    try {
      return new MarkdownBlocks(text, start)
          .read(MarkdownParser.parse(text.substring(start), mark));
    } catch (StackOverflowError e) {
      // Inline markup is read by recursion, and no text that people write goes that deep.
      throw new InputException(
          "cannot read the Markdown: its emphasis, links or tags are nested thousands of times",
          "check that it is the file you mean",
          e);
    }
  }
}
