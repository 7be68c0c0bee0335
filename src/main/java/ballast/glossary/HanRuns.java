package ballast.glossary;

import ballast.language.ChineseWords;
import ballast.language.FunctionWords.ChineseFunctionWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The runs of Han characters of a text. Each is split into words at its first query, once. */
public final class HanRuns {

  /** Maximum ratio of the best cut's probability to that of a cut that may still be meant. */
  private static final double MAX_LESS = 10;

  private final HanText text;
  private final ChineseWords chineseWords;

  /** Keyed by the position at which a run begins. */
  private final NavigableMap<Integer, Run> runs = new TreeMap<>();

  /**
   * @param plain whether each character is one UTF-16 unit
   */
  private record Run(int from, int end, String characters, boolean plain, ChineseWords.Cut cut) {}

  HanRuns(HanText text, ChineseWords chineseWords) {
    this.text = text;
    this.chineseWords = chineseWords;
  }

  /** Whether no word spans this position. */
  boolean isEdge(int position) {
    if (!text.isHanAt(position - 1) || !text.isHanAt(position) || text.isApart(position)) {
      return true;
    }
    Run run = run(position);
    return run.cut().endsAt(offset(run, position));
  }

  int[] word(int position) {
    Run run = run(position);
    int start = position - 1;
    while (!run.cut().endsAt(offset(run, start))) {
      start--;
    }
    int end = position + 1;
    while (!run.cut().endsAt(offset(run, end))) {
      end++;
    }
    return new int[] {start, end};
  }

  TermWords words(int from, int to) {
    return new TermWords(
        inside(from, to), content(wordBefore(from)), content(wordAfter(to)), longer(from, to));
  }

  /**
   * Whether a cut of the characters from {@code from} to {@code to} with a word from {@code start}
   * to {@code end} is hardly less probable than the best cut.
   */
  boolean mayBeCut(int from, int start, int end, int to) {
    boolean run =
        IntStream.range(from, to).allMatch(text::isHanAt)
            && IntStream.range(from + 1, to).noneMatch(text::isApart);
    return run
        && isEdge(from)
        && isEdge(to)
        && MAX_LESS
                * alone(from, start)
                * chineseWords.share(text.text(start, end))
                * alone(end, to)
            > probability(from, to, this::isEdge);
  }

  /** The word that contains the characters between two positions and more. */
  private String longer(int from, int to) {
    boolean left = isEdge(from);
    boolean right = isEdge(to);
    if (left && right) {
      return "";
    }
    int[] word = word(left ? to : from);
    return word[0] <= from && to <= word[1] ? text.text(word[0], word[1]) : "";
  }

  private static String content(String word) {
    return ChineseFunctionWords.has(word) ? "" : word;
  }

  private List<String> inside(int from, int to) {
    List<String> words = new ArrayList<>();
    boolean han = IntStream.range(from, to).allMatch(text::isHanAt);
    if (!han || !isEdge(from) || !isEdge(to)) {
      return List.of(text.text(from, to));
    }
    int start = from;
    for (int at = from + 1; at <= to; at++) {
      if (isEdge(at)) {
        words.add(text.text(start, at));
        start = at;
      }
    }
    return words;
  }

  String wordBefore(int position) {
    if (!text.isHanAt(position - 1)
        || (position < text.length() && text.isApart(position))
        || !isEdge(position)) {
      return "";
    }
    Run run = run(position - 1);
    int start = position - 1;
    while (!run.cut().endsAt(offset(run, start))) {
      start--;
    }
    return text.text(start, position);
  }

  private String wordAfter(int position) {
    if (!text.isHanAt(position) || text.isApart(position) || !isEdge(position)) {
      return "";
    }
    Run run = run(position);
    int end = position + 1;
    while (!run.cut().endsAt(offset(run, end))) {
      end++;
    }
    return text.text(position, end);
  }

  /** The probability of the most probable cut of these characters alone. */
  double alone(int from, int to) {
    if (from == to) {
      return 1;
    }
    String characters = text.text(from, to);
    ChineseWords.Cut cut = chineseWords.cut(characters);
    return probability(
        from, to, position -> cut.endsAt(characters.offsetByCodePoints(0, position - from)));
  }

  /** The product of the shares of the words between two positions. */
  double probability(int from, int to, IntPredicate edge) {
    double product = 1;
    int start = from;
    for (int at = from + 1; at <= to; at++) {
      if (edge.test(at)) {
        product *= chineseWords.share(text.text(start, at));
        start = at;
      }
    }
    return product;
  }

  double share(int[] word) {
    return word[0] == word[1] ? 0 : chineseWords.share(text.text(word[0], word[1]));
  }

  private static int offset(Run run, int position) {
    return run.plain()
        ? position - run.from()
        : run.characters().offsetByCodePoints(0, position - run.from());
  }

  private Run run(int position) {
    Map.Entry<Integer, Run> known = runs.floorEntry(position);
    if (known != null && position < known.getValue().end()) {
      return known.getValue();
    }
    int from = position;
    while (text.isHanAt(from - 1) && !text.isApart(from)) {
      from--;
    }
    return runs.computeIfAbsent(from, this::cut);
  }

  private Run cut(int from) {
    int to = from + 1;
    while (text.isHanAt(to) && !text.isApart(to)) {
      to++;
    }
    String characters = text.text(from, to);
    boolean plain = characters.length() == to - from;
    return new Run(from, to, characters, plain, chineseWords.cut(characters));
  }

  /**
   * The Chinese words in and around a term, in simplified characters.
   *
   * @param inside the words of the term, never empty; the term itself if it is not made of whole
   *     words
   * @param before the content word directly before it; empty if there is none
   * @param after the content word directly after it; empty if there is none
   * @param longer the longer word that contains the term; empty if there is none
   */
  public record TermWords(List<String> inside, String before, String after, String longer) {

    public TermWords {
      inside = List.copyOf(inside);
    }

    /** The text before the term in a longer word, or the word before it; may be empty. */
    public String modifier() {
      int at = longer.indexOf(String.join("", inside));
      return at > 0 ? longer.substring(0, at) : before;
    }

    /** The text after the term in a longer word, or the word after it; may be empty. */
    public String head() {
      String term = String.join("", inside);
      int end = longer.indexOf(term) + term.length();
      return end >= term.length() && end < longer.length() ? longer.substring(end) : after;
    }
  }
}
