package ballast.bitext;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides the codes of a document among its sentences: every code belongs to exactly one sentence
 * of its block.
 *
 * <p>Between two sentences, what opens belongs to the one that follows; what closes, and a lone
 * code such as the mark of a note behind a full stop, belongs to the one before.
 */
public final class SegmentCodes {

  private SegmentCodes() {}

  /**
   * The codes of each sentence, at their offsets in the sentence.
   *
   * @param segments all sentences of the document, in order
   * @return for each sentence its codes, in the order of the document; codes of blocks without
   *     sentences are left out
   */
  public static List<List<InlineCode>> of(Document document, List<Segment> segments) {
    List<List<InlineCode>> result = new ArrayList<>();
    segments.forEach(segment -> result.add(new ArrayList<>()));
    List<InlineCode> codes = document.markup().codes();
    int next = 0;
    int first = 0;
    while (first < segments.size()) {
      int last = lastOfBlock(segments, first);
      Span block = segments.get(first).block().span();
      while (next < codes.size() && codes.get(next).offset() < block.start()) {
        next++;
      }
      int sentence = first;
      while (next < codes.size() && codes.get(next).offset() <= block.end()) {
        InlineCode code = codes.get(next);
        while (sentence < last && belongsAfter(code, segments, sentence)) {
          sentence++;
        }
        Span span = segments.get(sentence).span();
        int offset = Math.max(span.start(), Math.min(code.offset(), span.end()));
        result.get(sentence).add(code.movedBy(offset - span.start() - code.offset()));
        next++;
      }
      first = last + 1;
    }
    return result.stream().map(List::copyOf).toList();
  }

  private static int lastOfBlock(List<Segment> segments, int first) {
    int block = segments.get(first).blockIndex();
    int last = first;
    while (last + 1 < segments.size() && segments.get(last + 1).blockIndex() == block) {
      last++;
    }
    return last;
  }

  /** Whether a code belongs to a sentence that comes after this one. */
  private static boolean belongsAfter(InlineCode code, List<Segment> segments, int sentence) {
    int end = segments.get(sentence).span().end();
    int following = segments.get(sentence + 1).span().start();
    return code.isOpening() ? code.offset() >= end : code.offset() > following;
  }
}
