package ballast.bitext;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the inline codes of a sentence in its translation. A code is known by its id. Where a text
 * gives no id of that meaning, as often in TMX, it is known by its native code, or else by its
 * kind.
 */
public final class CodeComparison {

  /**
   * A difference between the codes of a sentence and those of its translation.
   *
   * @param isBroken whether markup would be lost, repeated or invalid; otherwise a code surrounds
   *     other things than in the source
   * @param what in words, without a full stop
   */
  public record Problem(boolean isBroken, String what) {}

  private static final int MAX_SHOWN = 40;

  /** Maximum share of a text that is only a part of it. */
  private static final double PART = 0.5;

  /** Marks of a tool or an author in the text, which are not codes of the document. */
  private static final Set<String> MARKS = Set.of("mrk", "sm", "em", "hi", "sub", "cp");

  private static final Set<String> BEGIN = Set.of("bpt", "bx", "sc");
  private static final Set<String> END = Set.of("ept", "ex", "ec");
  private static final Set<String> ALONE = Set.of("ph", "x", "it", "ut");

  /** Attributes that correspond in both texts. */
  private static final Pattern ID = Pattern.compile("(?:^|\\s)(?:id|x)=\"([^\"]*)\"");

  /** Attributes that correspond in both halves of a pair. */
  private static final Pattern LINK = Pattern.compile("(?:^|\\s)(?:rid|startRef|i)=\"([^\"]*)\"");

  private final List<Element> source;
  private final List<Element> target;

  private CodeComparison(List<Element> source, List<Element> target) {
    this.source = source;
    this.target = target;
    match(one -> one.id.isEmpty() ? "" : one.half() + one.id);
    match(one -> one.id);
    match(one -> one.code.content().isBlank() ? "" : one.half() + one.code.content());
    match(one -> one.id.isEmpty() ? one.half() + one.code.name() : "");
    nest(source);
    nest(target);
  }

  /**
   * Compares a sentence of a document with its translation from an XLIFF file, where the sentence's
   * codes are numbered from 1, and both halves of a pair have one number.
   */
  public static CodeComparison numbered(
      String from, List<InlineCode> sentence, String to, List<InlineCode> translation) {
    List<Element> source = measured(from, sentence);
    for (int i = 0; i < source.size(); i++) {
      source.get(i).id = String.valueOf(i + 1);
    }
    return new CodeComparison(source, measured(to, translation));
  }

  /**
   * Compares two texts.
   *
   * @param codes of both
   */
  public static List<Problem> problems(String source, String target, List<InlineCode> codes) {
    return codes.isEmpty()
        ? List.of()
        : new CodeComparison(
                measured(source, InlineCode.on(Side.SOURCE, codes)),
                measured(target, InlineCode.on(Side.TARGET, codes)))
            .problems();
  }

  /** Pairs the elements that have the same key, in order; an empty key is none. */
  private void match(Function<Element, String> key) {
    Map<String, Deque<Element>> free = new HashMap<>();
    for (Element one : source) {
      if (one.other == null && !key.apply(one).isEmpty()) {
        free.computeIfAbsent(key.apply(one), k -> new ArrayDeque<>()).add(one);
      }
    }
    for (Element one : target) {
      Deque<Element> same = one.other == null ? free.get(key.apply(one)) : null;
      if (same != null && !same.isEmpty()) {
        one.other = same.remove();
        one.other.other = one;
      }
    }
  }

  /** Finds the pair around each element, of those that are in both texts. */
  private static void nest(List<Element> elements) {
    NavigableMap<Integer, Element> places = new TreeMap<>();
    for (Element one : elements) {
      places.put(one.begin, one);
      places.put(one.end, one);
    }
    Deque<Element> open = new ArrayDeque<>();
    for (Map.Entry<Integer, Element> place : places.tailMap(0).entrySet()) {
      int i = place.getKey();
      Element one = place.getValue();
      while (!open.isEmpty() && open.element().end < i) {
        open.pop(); // it was crossed
      }
      Element top = open.peek();
      if (i == one.end && one.begin < i && one.begin >= 0) {
        one.isCrossed = top != one;
      } else {
        one.around = top == null || top.other != null ? top : top.around;
        if (one.begin == i && one.end > i) {
          open.push(one);
        }
      }
    }
  }

  /** The differences, first those of the source's codes. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (Element one : source) {
      String broken = broken(one, one.other);
      String moved = broken.isEmpty() && one.other != null ? moved(one, one.other) : "";
      if (!broken.isEmpty() || !moved.isEmpty()) {
        problems.add(new Problem(moved.isEmpty(), "the code " + one + broken + moved));
      }
    }
    Map<String, Element> known = new HashMap<>();
    source.forEach(one -> known.put(one.known(), one));
    for (Element one : target) {
      if (one.other == null) {
        Element same = known.get(one.known());
        problems.add(
            same == null
                ? new Problem(true, "the code " + one + " is not in the source")
                : new Problem(true, "the code " + same + " is there twice"));
      }
    }
    return problems;
  }

  private static String broken(Element one, @Nullable Element found) {
    if (found == null) {
      return " is lost";
    } else if (found.isPair() != one.isPair()) {
      return one.isPair() ? " has lost its other half" : " has become a pair";
    } else if (one.begin <= one.end && found.begin > found.end) {
      return " ends before it begins";
    }
    return found.isCrossed && !one.isCrossed ? " ends inside another pair" : "";
  }

  private static String moved(Element one, Element found) {
    if (one.share > 0 && found.share == 0 && found.end - found.begin < 2) {
      return " surrounds no text";
    } else if (one.share == 1 && found.share < PART) {
      return " surrounds all of the source, but not of the translation";
    } else if (one.share < PART && found.share == 1) {
      return " surrounds all of the translation, but not of the source";
    }
    Element around = found.around == null ? null : found.around.other;
    return one.around == around || one.isHalf()
        ? ""
        : found.around == null ? " has left " + one.around : " has come into " + found.around;
  }

  /**
   * The sentence's codes in the order and at the places of the translation.
   *
   * @param length length of the translation; lost codes go there
   */
  public List<InlineCode> placed(int length) {
    record Placed(int order, InlineCode code) {}
    List<Placed> placed = new ArrayList<>();
    for (Element one : source) {
      Element found = one.other;
      int last = Integer.MAX_VALUE;
      int begin = found == null ? last : found.begin < 0 ? found.end : found.begin;
      int end = found == null ? last : found.end < 0 ? found.begin : found.end;
      int offset = found == null ? length : found.code.offset();
      placed.add(new Placed(one.begin < 0 ? end : begin, one.code.at(Side.SOURCE, offset)));
      if (one.closing != null) {
        int until = found == null || found.closing == null ? offset : found.closing.offset();
        placed.add(new Placed(end, one.closing.at(Side.SOURCE, until)));
      }
    }
    placed.sort(Comparator.comparingInt(Placed::order)); // stable
    return placed.stream().map(Placed::code).toList();
  }

  /** A code that stands alone, or a pair, or the half of one. */
  static final class Element {

    private InlineCode code;

    /** Places of both halves in the list of codes, equal for one code; -1 for a missing half. */
    private int begin;

    private int end;
    private @Nullable InlineCode closing;
    private String id;
    private @Nullable Element other;
    private @Nullable Element around;
    private boolean isCrossed;

    /** The share of the text's letters and digits inside a pair; -1 for other elements. */
    private double share = -1;

    Element(InlineCode code, int begin, int end) {
      this.code = code;
      this.begin = begin;
      this.end = end;
      this.id = value(ID, code);
    }

    InlineCode code() {
      return code;
    }

    /** The code, or those of both halves. */
    List<InlineCode> codes() {
      return closing == null ? List.of(code) : List.of(code, closing);
    }

    private void endedBy(InlineCode half, int at) {
      closing = half;
      end = at;
    }

    private void begunBy(InlineCode half, int at) {
      closing = code;
      code = half;
      begin = at;
      id = value(ID, half);
    }

    private boolean lacks(boolean beginning) {
      return beginning ? begin < 0 : end < 0;
    }

    private boolean isClosedBy(InlineCode half) {
      return half.id().isEmpty() || half.id().equals(code.id());
    }

    boolean isPair() {
      return begin >= 0 && end >= 0 && !ALONE.contains(code.name());
    }

    String half() {
      return isPair() ? "pair " : begin < 0 ? "end " : end < 0 ? "begin " : "alone ";
    }

    /** Whether its other half is in another sentence. */
    boolean isHalf() {
      return begin < 0 || end < 0 || code.name().equals("it");
    }

    String known() {
      return id.isEmpty() ? code.name() + ' ' + code.content() : id;
    }

    @Override
    public String toString() {
      String shown = Excerpt.of(code.content(), MAX_SHOWN);
      return shown.isBlank()
          ? "<" + code.name() + (id.isEmpty() ? "" : " id=\"" + id + "\"") + ">"
          : shown.startsWith("<") ? shown : '"' + shown + '"';
    }
  }

  private static String value(Pattern attribute, InlineCode code) {
    Matcher found = attribute.matcher(code.attributes());
    return found.find() ? found.group(1) : "";
  }

  private static List<Element> measured(String text, List<InlineCode> codes) {
    List<Element> elements = elements(codes);
    int[] letters = new int[text.length() + 1];
    for (int i = 0; i < text.length(); i++) {
      letters[i + 1] = letters[i] + (Character.isLetterOrDigit(text.charAt(i)) ? 1 : 0);
    }
    for (Element one : elements) {
      if (one.isPair() && letters[text.length()] > 0) {
        int end = one.closing == null ? one.code.offset() : one.closing.offset();
        one.share = (double) (letters[end] - letters[one.code.offset()]) / letters[text.length()];
      }
    }
    return elements;
  }

  /** The codes of one text as elements, in order. */
  static List<Element> elements(List<InlineCode> codes) {
    List<Element> elements = new ArrayList<>();
    Map<String, Deque<Element>> halves = new HashMap<>();
    Deque<Element> open = new ArrayDeque<>();
    for (int i = 0; i < codes.size(); i++) {
      InlineCode code = codes.get(i);
      String name = code.name();
      boolean isHalf = BEGIN.contains(name) || END.contains(name);
      boolean isNative = isHalf || ALONE.contains(name);
      // A native code around text for translators is known by its beginning.
      if (MARKS.contains(name) || (isNative && code.isClosing())) {
        continue;
      }
      boolean begins = isNative ? BEGIN.contains(name) : code.isOpening();
      boolean ends = isNative ? END.contains(name) : code.isClosing();
      Deque<Element> begun =
          isHalf ? halves.computeIfAbsent(link(code), key -> new ArrayDeque<>()) : open;
      Element half = begun.peek();
      if (half == null || !(isHalf ? half.lacks(begins) : ends && half.isClosedBy(code))) {
        Element one = new Element(code, ends ? -1 : i, begins ? -1 : i);
        elements.add(one);
        if (isHalf && ends) {
          begun.clear(); // only the last end may stand before its beginning
        }
        if (isHalf || begins) {
          begun.push(one);
        }
      } else if (begins) {
        begun.pop().begunBy(code, i);
      } else {
        begun.pop().endedBy(code, i);
      }
    }
    return elements;
  }

  private static String link(InlineCode code) {
    String link = value(LINK, code);
    return link.isEmpty() ? code.id() : link;
  }
}
