package ballast.segment;

import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.bitext.SourceMap;
import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.List;

/** Documents for tests. */
final class Paragraphs {

  private Paragraphs() {}

  /** A document of one block for each text, with a line break between them. */
  static Document document(Lang lang, String... texts) {
    List<Block> blocks = new ArrayList<>();
    int start = 0;
    for (String text : texts) {
      blocks.add(new Block(new Span(start, start + text.length()), BlockType.PARAGRAPH));
      start += text.length() + 1;
    }
    return new Document("test.txt", lang, String.join("\n", texts), blocks, SourceMap.NONE);
  }

  static List<String> sentences(Segmenter segmenter, Lang lang, String... texts) {
    return segmenter.segment(document(lang, texts)).stream().map(Segment::text).toList();
  }
}
