package ballast.bitext;

import ballast.bitext.Document.InlineMarkup;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The codes of aligned sentences, as a unit keeps them. A unit has codes only if both texts have
 * the same ones and their pairing is certain.
 */
public final class UnitCodes {

  /** Maximum codes that a unit keeps on one side. */
  private static final int MAX_CODES = 100;

  /** Maximum characters of native code in one code; a picture inside a page may be megabytes. */
  private static final int MAX_CONTENT = 10_000;

  private static final Pattern TYPE = Pattern.compile("\\b(?:type|subType)=\"[^\"]*\"");

  /** Native codes of office formats, which are only numbered: {@code <run2>}. */
  private static final Pattern NUMBERED = Pattern.compile("</?[a-z]+\\d+/?>");

  private final List<Segment> sources;
  private final List<Segment> targets;
  private final List<List<InlineCode>> source;
  private final List<List<InlineCode>> target;

  /** The codes of the sentences of an alignment. */
  public UnitCodes(List<Segment> sources, List<Segment> targets) {
    this.sources = sources;
    this.targets = targets;
    this.source = codes(sources);
    this.target = codes(targets);
  }

  private static List<List<InlineCode>> codes(List<Segment> segments) {
    boolean none = segments.isEmpty() || segments.get(0).document().markup().codes().isEmpty();
    return none ? List.of() : SegmentCodes.of(segments.get(0).document(), segments);
  }

  /**
   * The codes of a bead, the source's before the target's. Both have the same numbers, from 1 in
   * the order of the source.
   */
  List<InlineCode> of(Bead bead) {
    if (source.isEmpty() || target.isEmpty()) {
      return List.of();
    }
    List<InlineCode> from = joined(Side.SOURCE, bead.source(), sources, source);
    List<InlineCode> to = joined(Side.TARGET, bead.target(), targets, target);
    if (from.isEmpty() || from.size() != to.size() || from.size() > MAX_CODES) {
      return List.of();
    }
    List<Element> some = elements(from).orElse(List.of());
    List<Element> others = elements(to).orElse(List.of());
    Optional<int[]> numbers =
        some.isEmpty() || some.size() != others.size()
            ? Optional.empty()
            : counterparts(some, others);
    List<InlineCode> both = new ArrayList<>();
    numbers.ifPresent(
        found -> {
          both.addAll(numbered(from, some, i -> i + 1));
          both.addAll(numbered(to, others, i -> found[i]));
        });
    return both;
  }

  /** The codes of both sides of a bead without their ids, which are unrelated. */
  public List<InlineCode> unnumbered(Bead bead) {
    return Stream.concat(
            joined(Side.SOURCE, bead.source(), sources, source).stream(),
            joined(Side.TARGET, bead.target(), targets, target).stream())
        .map(code -> code.as(code.element(), "", code.content()))
        .toList();
  }

  /** The program code on a side of a bead; see {@link InlineMarkup#programs}. */
  public List<Span> programs(Bead bead, Side side) {
    return programs(
        side == Side.SOURCE
            ? joined(side, bead.source(), sources, source)
            : joined(side, bead.target(), targets, target),
        side);
  }

  /** The program code on a side of a unit. */
  public static List<Span> programs(List<InlineCode> codes, Side side) {
    List<InlineCode> own = codes.stream().filter(code -> code.side() == side).toList();
    return new InlineMarkup(own, List.of()).programs();
  }

  private static List<InlineCode> joined(
      Side side, Range range, List<Segment> sentences, List<List<InlineCode>> codes) {
    List<InlineCode> joined = new ArrayList<>();
    int start = 0;
    for (int i = range.start(); i < range.end() && !codes.isEmpty(); i++) {
      for (InlineCode code : codes.get(i)) {
        joined.add(code.at(side, start + code.offset()));
      }
      boolean spaced = !sentences.get(i).document().lang().isChinese();
      start += sentences.get(i).text().length() + (spaced ? 1 : 0);
    }
    return joined;
  }

  /**
   * @param closing null for a single code
   */
  private record Element(InlineCode code, @Nullable InlineCode closing) {

    /** Its element and type, without its number and native code. */
    String kind() {
      StringBuilder kind = new StringBuilder(code.element());
      TYPE.matcher(code.attributes()).results().forEach(type -> kind.append(type.group()));
      return kind.toString();
    }

    /** Empty if the native code is only a number. */
    String content() {
      return NUMBERED.matcher(code.content()).matches() ? "" : code.content();
    }

    /** Whether several of its kind are interchangeable, as with two words in bold. */
    boolean isLook() {
      return code.attributes().contains("type=\"fmt\"") && code.attributes().contains("subType=");
    }

    boolean isSame(Element other) {
      return kind().equals(other.kind()) && content().equals(other.content());
    }
  }

  /** The pairs and single codes, in order; empty if half a pair is among them. */
  private static Optional<List<Element>> elements(List<InlineCode> codes) {
    boolean isShort = codes.stream().allMatch(code -> code.content().length() <= MAX_CONTENT);
    List<CodeComparison.Element> read = CodeComparison.elements(codes);
    return isShort && read.stream().noneMatch(CodeComparison.Element::isHalf)
        ? Optional.of(read.stream().map(one -> new Element(one.code(), one.closing())).toList())
        : Optional.empty();
  }

  /** For each element of the target, the number of its counterpart; empty if one is uncertain. */
  private static Optional<int[]> counterparts(List<Element> some, List<Element> others) {
    int[] numbers = new int[others.size()];
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      Element one = some.get(i);
      List<Integer> same = free(numbers, others, one::isSame);
      if (one.content().isEmpty() || same.isEmpty()) {
        left.add(i);
      } else {
        numbers[same.get(0)] = i + 1;
      }
    }
    for (int i : left) {
      Element one = some.get(i);
      List<Integer> alike = free(numbers, others, other -> other.kind().equals(one.kind()));
      if (alike.isEmpty() || (alike.size() > 1 && !one.isLook())) {
        return Optional.empty();
      }
      numbers[alike.get(0)] = i + 1;
    }
    return Optional.of(numbers);
  }

  private static List<Integer> free(
      int[] numbers, List<Element> elements, Predicate<Element> wanted) {
    return IntStream.range(0, numbers.length)
        .filter(i -> numbers[i] == 0 && wanted.test(elements.get(i)))
        .boxed()
        .toList();
  }

  private static List<InlineCode> numbered(
      List<InlineCode> codes, List<Element> elements, IntUnaryOperator number) {
    IdentityHashMap<InlineCode, Integer> numbers = new IdentityHashMap<>();
    for (int i = 0; i < elements.size(); i++) {
      numbers.put(elements.get(i).code(), number.applyAsInt(i));
      InlineCode closing = elements.get(i).closing();
      if (closing != null) {
        numbers.put(closing, number.applyAsInt(i));
      }
    }
    return codes.stream().map(code -> code.numbered(numbers.getOrDefault(code, 0))).toList();
  }

  /**
   * Divides the codes of a document among its sentences. Every code belongs to exactly one sentence
   * of its block.
   *
   * <p>Between two sentences, an opening code belongs to the next one. A closing code belongs to
   * the previous one, and so does a single code such as a note mark after a full stop.
   */
  public static final class SegmentCodes {

    private SegmentCodes() {}

    /**
     * The codes of each sentence, in the order of the document, at their offsets in the sentence.
     * Codes of blocks without sentences are dropped.
     *
     * @param segments all sentences of the document, in order
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

    private static boolean belongsAfter(InlineCode code, List<Segment> segments, int sentence) {
      int end = segments.get(sentence).span().end();
      int following = segments.get(sentence + 1).span().start();
      return code.isOpening() ? code.offset() >= end : code.offset() > following;
    }
  }
}
