package ballast.workflow.merge;

import ballast.bitext.Document;
import ballast.bitext.Segment;
import ballast.bitext.Span;
import ballast.language.WhiteSpace;
import java.util.ArrayList;
import java.util.List;

/** Completes the sentences of a document with the text between them that is in none. */
final class Gaps {

  private final Document document;

  Gaps(Document document) {
    this.document = document;
  }

  /**
   * All text of the document.
   *
   * @param sentences some sentences of the document, in order
   * @return they and, as sentences too, the text before, between and after them in each block
   */
  List<Segment> filled(List<Segment> sentences) {
    List<Segment> all = new ArrayList<>();
    int next = 0;
    for (int block = 0; block < document.blocks().size(); block++) {
      Span span = document.blocks().get(block).span();
      int from = span.start();
      while (next < sentences.size() && sentences.get(next).blockIndex() == block) {
        Segment sentence = sentences.get(next);
        add(all, block, from, sentence.span().start());
        all.add(sentence);
        from = sentence.span().end();
        next++;
      }
      add(all, block, from, span.end());
    }
    return all;
  }

  private void add(List<Segment> all, int block, int from, int to) {
    String text = document.text();
    int start = from;
    int end = to;
    while (start < end && WhiteSpace.isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && WhiteSpace.isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      all.add(new Segment(document, block, new Span(start, end)));
    }
  }
}
