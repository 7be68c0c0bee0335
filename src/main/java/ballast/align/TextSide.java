package ballast.align;

import ballast.bitext.BlockType;
import ballast.bitext.Range;
import ballast.bitext.Segment;
import ballast.language.NumberValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One of the two texts: its segments and what was read from each. Immutable. */
final class TextSide {

  private final List<Segment> segments;
  private final List<Sentence> sentences;
  private final double[] lengthSums;

  private TextSide(List<Segment> segments, List<Sentence> sentences, double[] lengthSums) {
    this.segments = segments;
    this.sentences = sentences;
    this.lengthSums = lengthSums;
  }

  static TextSide of(List<Segment> segments, SentenceReader reader) {
    List<Sentence> sentences =
        segments.stream()
            .map(segment -> isMark(segment) ? Sentence.EMPTY : reader.read(segment.text()))
            .toList();
    double[] sums = new double[sentences.size() + 1];
    for (int i = 0; i < sentences.size(); i++) {
      sums[i + 1] = sums[i] + sentences.get(i).length();
    }
    return new TextSide(List.copyOf(segments), sentences, sums);
  }

  /** The part of this text in {@code range}. */
  TextSide slice(Range range) {
    double[] sums = Arrays.copyOfRange(lengthSums, range.start(), range.end() + 1);
    for (int i = sums.length - 1; i >= 0; i--) {
      sums[i] -= sums[0];
    }
    return new TextSide(range.of(segments), range.of(sentences), sums);
  }

  List<Sentence> sentences() {
    return sentences;
  }

  int size() {
    return segments.size();
  }

  /** The length of all sentences. */
  double length() {
    return lengthSums[lengthSums.length - 1];
  }

  double length(int sentence) {
    return sentences.get(sentence).length();
  }

  double length(Range range) {
    return lengthSums[range.end()] - lengthSums[range.start()];
  }

  /** The cognates of each sentence. */
  List<Set<String>> cognates() {
    return sentences.stream().map(Sentence::cognates).toList();
  }

  /** Whether its language is Chinese; false when it is empty. */
  boolean isChinese() {
    return !segments.isEmpty() && segments.get(0).document().lang().isChinese();
  }

  /** The text of a sentence; empty for a mark. */
  String text(int sentence) {
    return isMark(sentence) ? "" : segments.get(sentence).text();
  }

  /** Whether a sentence is a user's mark. */
  boolean isMark(int sentence) {
    return isMark(segments.get(sentence));
  }

  private static boolean isMark(Segment segment) {
    return segment.type() == BlockType.MARK;
  }

  BlockType type(int sentence) {
    return segments.get(sentence).type();
  }

  /** Whether a sentence is the first of its block. */
  boolean opensBlock(int sentence) {
    return sentence == 0 || sentence == size() || block(sentence) != block(sentence - 1);
  }

  /** Whether the sentences of a range that is not empty lie in more than one block. */
  boolean crossesBlocks(Range range) {
    return block(range.start()) != block(range.end() - 1);
  }

  int block(int sentence) {
    return segments.get(sentence).blockIndex();
  }

  /** How many blocks have sentences. */
  int blocks() {
    int blocks = 0;
    for (int i = 0; i < size(); i++) {
      blocks += opensBlock(i) ? 1 : 0;
    }
    return blocks;
  }

  /** The numbers in some sentences, each value once, as it first occurs. */
  List<NumberValue> numbers(Range range) {
    Map<String, NumberValue> numbers = new LinkedHashMap<>();
    for (Sentence sentence : range.of(sentences)) {
      sentence.numbers().forEach(number -> numbers.putIfAbsent(number.key(), number));
    }
    return List.copyOf(numbers.values());
  }
}
