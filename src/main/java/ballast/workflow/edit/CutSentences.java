package ballast.workflow.edit;

import ballast.bitext.BlockType;
import ballast.bitext.InputException;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The sentences of one side, of which at most one has been cut in two.
 *
 * @param sentences both parts in the place of the sentence that was cut
 * @param cutAt position of the sentence before it was cut; -1 if none was
 */
record CutSentences(List<Segment> sentences, int cutAt) {

  /** The two halves of a range of sentences, and the sentences to which they belong. */
  record Halves(CutSentences sentences, Range first, Range second) {}

  static CutSentences uncut(List<Segment> sentences) {
    return new CutSentences(sentences, -1);
  }

  /** The new positions of sentences none of which was cut. */
  Range moved(Range range) {
    return cutAt >= 0 && range.start() > cutAt
        ? new Range(range.start() + 1, range.end() + 1)
        : range;
  }

  /** How many of the user's marks stand before a sentence. */
  long marksBefore(int sentence) {
    return sentences.subList(0, sentence).stream()
        .filter(segment -> segment.type() == BlockType.MARK)
        .count();
  }

  /**
   * Divides a range.
   *
   * @throws InputException if the place is not in the range, or there is no text before or behind
   *     it in the sentence
   */
  Halves cut(Range range, BeadMove.Cut place) {
    int at = range.start() + place.sentences();
    if (place.offset() == 0 && at <= range.end()) {
      return new Halves(this, new Range(range.start(), at), new Range(at, range.end()));
    }
    if (at >= range.end()) {
      throw new InputException(
          "cannot split behind sentence " + place.sentences() + ": there are " + range.size(),
          "choose a place inside the bead");
    }
    List<Segment> parts = new ArrayList<>(sentences.subList(0, at));
    parts.addAll(parts(sentences.get(at), place.offset()));
    parts.addAll(sentences.subList(at + 1, sentences.size()));
    return new Halves(
        new CutSentences(List.copyOf(parts), at),
        new Range(range.start(), at + 1),
        new Range(at + 1, range.end() + 1));
  }

  private static List<Segment> parts(Segment sentence, int offset) {
    String text = sentence.text();
    boolean inside =
        offset < text.length()
            && hasText(text.substring(0, offset))
            && hasText(text.substring(offset));
    if (!inside || Character.isLowSurrogate(text.charAt(offset))) {
      throw new InputException(
          "cannot split \"" + text + "\" at character " + offset + ": that is not inside it",
          "choose a place between two characters of the sentence");
    }
    int end = offset;
    while (Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int start = offset;
    while (Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int base = sentence.span().start();
    return List.of(
        part(sentence, base, base + end), part(sentence, base + start, sentence.span().end()));
  }

  /** Whether there is more than white space and straight quotation marks. */
  private static boolean hasText(String part) {
    return !part.replace('"', ' ').isBlank();
  }

  private static Segment part(Segment of, int start, int end) {
    return new Segment(of.document(), of.blockIndex(), new Span(start, end));
  }
}
