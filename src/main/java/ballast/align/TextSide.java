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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of the two texts: its rows and the data read from each. A row is a sentence, or all sentences
 * of a pin. Immutable.
 */
final class TextSide {

  private final List<Row> rows;
  private final List<Sentence> sentences;
  private final double[] lengthSums;
  private final Blocks blocks;

  /** The blocks of each row, as arrays because a search reads them at every step. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Blocks(int[] first, int[] last, BlockType[] types) {

    static Blocks of(List<Row> rows) {
      return new Blocks(
          rows.stream().mapToInt(row -> row.first().blockIndex()).toArray(),
          rows.stream().mapToInt(row -> row.last().blockIndex()).toArray(),
          rows.stream().map(row -> row.first().type()).toArray(BlockType[]::new));
    }

    Blocks slice(Range range) {
      return new Blocks(
          Arrays.copyOfRange(first, range.start(), range.end()),
          Arrays.copyOfRange(last, range.start(), range.end()),
          Arrays.copyOfRange(types, range.start(), range.end()));
    }
  }

  private TextSide(List<Row> rows, List<Sentence> sentences, double[] lengthSums, Blocks blocks) {
    this.rows = rows;
    this.sentences = sentences;
    this.lengthSums = lengthSums;
    this.blocks = blocks;
  }

  static TextSide of(List<Segment> segments, Sentence.Reader reader) {
    return ofRows(segments.stream().map(Row::of).toList(), reader);
  }

  static TextSide ofRows(List<Row> rows, Sentence.Reader reader) {
    List<Sentence> sentences =
        rows.stream().map(row -> row.isMark() ? Sentence.EMPTY : reader.read(row.text())).toList();
    double[] sums = new double[sentences.size() + 1];
    for (int i = 0; i < sentences.size(); i++) {
      sums[i + 1] = sums[i] + sentences.get(i).length();
    }
    return new TextSide(List.copyOf(rows), sentences, sums, Blocks.of(rows));
  }

  TextSide slice(Range range) {
    double[] sums = Arrays.copyOfRange(lengthSums, range.start(), range.end() + 1);
    for (int i = sums.length - 1; i >= 0; i--) {
      sums[i] -= sums[0];
    }
    return new TextSide(range.of(rows), range.of(sentences), sums, blocks.slice(range));
  }

  List<Sentence> sentences() {
    return sentences;
  }

  int size() {
    return rows.size();
  }

  double length() {
    return lengthSums[lengthSums.length - 1];
  }

  double length(int sentence) {
    return sentences.get(sentence).length();
  }

  double length(Range range) {
    return lengthSums[range.end()] - lengthSums[range.start()];
  }

  List<Set<String>> cognates() {
    return sentences.stream().map(Sentence::cognates).toList();
  }

  boolean isChinese() {
    return !rows.isEmpty() && rows.get(0).first().document().lang().isChinese();
  }

  String text(int sentence) {
    return isMark(sentence) ? "" : rows.get(sentence).text();
  }

  boolean isMark(int sentence) {
    return rows.get(sentence).isMark();
  }

  boolean isPinned(int sentence) {
    return rows.get(sentence).pin() != null;
  }

  /** Whether every path pairs a sentence with a certain other one: a mark, or a pin in order. */
  boolean isBarrier(int sentence) {
    return isMark(sentence) || rows.get(sentence).paired();
  }

  /** Whether a pin leaves a sentence alone during the search. */
  boolean isKeptAlone(int sentence) {
    return isPinned(sentence) && !rows.get(sentence).paired();
  }

  BlockType type(int sentence) {
    return blocks.types[sentence];
  }

  boolean isFurniture(int sentence) {
    return type(sentence) == BlockType.FURNITURE;
  }

  boolean opensBlock(int sentence) {
    return sentence == 0 || sentence == size() || block(sentence) != lastBlock(sentence - 1);
  }

  boolean crossesBlocks(Range range) {
    return block(range.start()) != lastBlock(range.end() - 1);
  }

  int block(int sentence) {
    return blocks.first[sentence];
  }

  private int lastBlock(int sentence) {
    return blocks.last[sentence];
  }

  int blocks() {
    int count = 0;
    for (int i = 0; i < size(); i++) {
      count += opensBlock(i) ? 1 : 0;
    }
    return count;
  }

  /** The numbers in a range of sentences, each value once, as it first occurs. */
  List<NumberValue> numbers(Range range) {
    Map<String, NumberValue> numbers = new LinkedHashMap<>();
    for (Sentence sentence : range.of(sentences)) {
      sentence.numbers().forEach(number -> numbers.putIfAbsent(number.key(), number));
    }
    return List.copyOf(numbers.values());
  }

  /**
   * One position of a text as the search sees it: a sentence, or all sentences of a pin.
   *
   * @param segments never empty, exactly one if there is no pin
   * @param pin null for a free sentence
   * @param paired whether the search goes through the pin like a pair of marks. Otherwise its
   *     sentences are left alone: the pin is one-sided, or it crosses others and is put together
   *     afterwards
   */
  record Row(List<Segment> segments, @Nullable Pin pin, boolean paired) {

    static Row of(Segment segment) {
      return new Row(List.of(segment), null, false);
    }

    Segment first() {
      return segments.get(0);
    }

    Segment last() {
      return segments.get(segments.size() - 1);
    }

    /** Its sentences, joined by spaces, which no measure of the aligner counts. */
    String text() {
      return segments.size() == 1
          ? first().text()
          : segments.stream().map(Segment::text).collect(Collectors.joining(" "));
    }

    boolean isMark() {
      return pin == null && first().type() == BlockType.MARK;
    }
  }
}
