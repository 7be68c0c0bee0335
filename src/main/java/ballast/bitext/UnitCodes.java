package ballast.bitext;

import ballast.bitext.CodeComparison.Element;
import ballast.bitext.Document.InlineMarkup;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

  private static final int[] NONE = {};

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
    return none ? List.of() : bySentence(segments.get(0).document(), segments);
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
    List<Element> some = elements(from);
    List<Element> others = elements(to);
    int[] numbers = some.size() == others.size() ? counterparts(some, others) : NONE;
    return numbers.length == 0
        ? List.of()
        : Stream.concat(numbered(from, some, i -> i + 1), numbered(to, others, i -> numbers[i]))
            .toList();
  }

  /**
   * The codes of both sides of a bead; the ids of one side have nothing to do with the other's.
   *
   * @param bare without ids and other attributes
   */
  public List<InlineCode> unrelated(Bead bead, boolean bare) {
    return Stream.concat(
            joined(Side.SOURCE, bead.source(), sources, source).stream(),
            joined(Side.TARGET, bead.target(), targets, target).stream())
        .map(code -> bare ? code.as(code.element(), "", code.content()) : code)
        .toList();
  }

  /** The program code on a side of a unit; see {@link InlineMarkup#programs}. */
  public static List<Span> programs(List<InlineCode> codes, Side side) {
    return new InlineMarkup(InlineCode.on(side, codes), List.of()).programs();
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

  /** Its element and type, without its number and native code. */
  private static String kind(InlineCode code) {
    StringBuilder kind = new StringBuilder(code.element());
    TYPE.matcher(code.attributes()).results().forEach(type -> kind.append(type.group()));
    return kind.toString();
  }

  /** Empty if the native code is only a number. */
  private static String content(InlineCode code) {
    return NUMBERED.matcher(code.content()).matches() ? "" : code.content();
  }

  /** Whether several of its kind are interchangeable, as with two words in bold. */
  private static boolean isLook(InlineCode code) {
    return code.attributes().contains("type=\"fmt\"") && code.attributes().contains("subType=");
  }

  private static boolean isSame(InlineCode one, InlineCode other) {
    return kind(one).equals(kind(other)) && content(one).equals(content(other));
  }

  /** The pairs and single codes, in order; empty if half a pair is among them. */
  private static List<Element> elements(List<InlineCode> codes) {
    boolean isShort = codes.stream().allMatch(code -> code.content().length() <= MAX_CONTENT);
    List<Element> elements = CodeComparison.elements(codes);
    return isShort && elements.stream().noneMatch(Element::isHalf) ? elements : List.of();
  }

  /** For each element of the target, the number of its counterpart; empty if one is uncertain. */
  private static int[] counterparts(List<Element> some, List<Element> others) {
    int[] numbers = new int[others.size()];
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      InlineCode one = some.get(i).code();
      List<Integer> same = free(numbers, others, other -> isSame(one, other));
      if (content(one).isEmpty() || same.isEmpty()) {
        left.add(i);
      } else {
        numbers[same.get(0)] = i + 1;
      }
    }
    for (int i : left) {
      InlineCode one = some.get(i).code();
      List<Integer> alike = free(numbers, others, other -> kind(other).equals(kind(one)));
      if (alike.isEmpty() || (alike.size() > 1 && !isLook(one))) {
        return NONE;
      }
      numbers[alike.get(0)] = i + 1;
    }
    return numbers;
  }

  private static List<Integer> free(
      int[] numbers, List<Element> elements, Predicate<InlineCode> wanted) {
    return IntStream.range(0, numbers.length)
        .filter(i -> numbers[i] == 0 && wanted.test(elements.get(i).code()))
        .boxed()
        .toList();
  }

  /** The codes of one text, numbered from 1; both halves of a pair have the same number. */
  public static List<InlineCode> numbered(List<InlineCode> codes) {
    return numbered(codes, CodeComparison.elements(codes), i -> i + 1)
        .map(code -> code.content().length() > MAX_CONTENT ? without(code) : code)
        .toList();
  }

  private static InlineCode without(InlineCode code) {
    return code.as(code.element(), code.attributes(), "");
  }

  private static Stream<InlineCode> numbered(
      List<InlineCode> codes, List<Element> elements, IntUnaryOperator number) {
    IdentityHashMap<InlineCode, Integer> numbers = new IdentityHashMap<>();
    for (int i = 0; i < elements.size(); i++) {
      for (InlineCode code : elements.get(i).codes()) {
        numbers.put(code, number.applyAsInt(i));
      }
    }
    return codes.stream().map(code -> code.numbered(numbers.getOrDefault(code, 0)));
  }

  /**
   * Divides the codes of a document among its sentences, at their offsets in the sentence. Codes of
   * blocks without sentences are dropped.
   *
   * <p>Between two sentences, an opening code belongs to the next one. A closing code belongs to
   * the previous one, and so does a single code such as a note mark after a full stop.
   *
   * @param segments all sentences of the document, in order
   */
  public static List<List<InlineCode>> bySentence(Document document, List<Segment> segments) {
    if (segments.isEmpty()) {
      return List.of();
    }
    List<List<InlineCode>> result = new ArrayList<>();
    segments.forEach(segment -> result.add(new ArrayList<>()));
    int sentence = 0;
    for (InlineCode code : document.markup().codes()) {
      while (sentence + 1 < segments.size()
          && belongsAfter(code, segments.get(sentence), segments.get(sentence + 1))) {
        sentence++;
      }
      Span block = segments.get(sentence).block().span();
      if (code.offset() >= block.start() && code.offset() <= block.end()) {
        Span span = segments.get(sentence).span();
        int offset = Math.max(span.start(), Math.min(code.offset(), span.end()));
        result.get(sentence).add(code.movedBy(offset - span.start() - code.offset()));
      }
    }
    return result.stream().map(List::copyOf).toList();
  }

  private static boolean belongsAfter(InlineCode code, Segment sentence, Segment following) {
    if (sentence.blockIndex() != following.blockIndex()) {
      return code.offset() > sentence.block().span().end();
    }
    return code.isOpening()
        ? code.offset() >= sentence.span().end()
        : code.offset() > following.span().start();
  }
}
