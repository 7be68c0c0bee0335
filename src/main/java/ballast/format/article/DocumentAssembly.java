package ballast.format.article;

import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.Lang;
import ballast.bitext.SourceMap;
import ballast.bitext.Span;
import ballast.format.file.LineIndex;
import java.util.ArrayList;
import java.util.List;

/** Builds a document from typed passages and records where each part stood in the file. */
final class DocumentAssembly {

  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private final List<SourceMap.Point> points = new ArrayList<>();
  private final LineIndex lines;

  /**
   * @param lines the lines of the file that the points refer to
   */
  DocumentAssembly(LineIndex lines) {
    this.lines = lines;
  }

  void add(RawBlock passage, BlockType type) {
    if (!blocks.isEmpty()) {
      text.append('\n');
    }
    int start = text.length();
    for (RawBlock.Point point : passage.points()) {
      int raw = point.raw();
      points.add(new SourceMap.Point(start + point.offset(), lines.line(raw), lines.column(raw)));
    }
    text.append(passage.text());
    blocks.add(new Block(new Span(start, text.length()), type));
  }

  Document build(String name, Lang lang) {
    return new Document(name, lang, text.toString(), blocks, new SourceMap(points));
  }
}
