package ballast.workflow.check;

import ballast.bitext.Block;
import ballast.bitext.BlockType;
import ballast.bitext.Document;
import ballast.bitext.Lang;
import ballast.bitext.Segment;
import ballast.bitext.SourceMap;
import ballast.bitext.Span;
import ballast.segment.Segmenter;
import java.util.ArrayList;
import java.util.List;

/** Finds the sentences of a text whose lines are paragraphs. Thread-safe. */
final class Sentences {

  private final Segmenter segmenter;

  Sentences(Segmenter segmenter) {
    this.segmenter = segmenter;
  }

  /** Where the sentences are, in order; without white space around them. */
  List<Span> of(Lang lang, String text) {
    List<Block> blocks = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (!text.substring(start, end).isBlank()) {
        blocks.add(new Block(new Span(start, end), BlockType.PARAGRAPH));
      }
      start = end + 1;
    }
    Document document = new Document("", lang, text, blocks, SourceMap.NONE);
    return segmenter.another().segment(document).stream().map(Segment::span).toList();
  }
}
