package ballast.glossary;

import ballast.bitext.Span;
import ballast.language.ChineseFunctionWords;
import ballast.language.ChineseWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The words of content of a Chinese text. Cuts no run of characters a second time. */
public final class HanWords {

  /** How far from a term, in characters, a word may stand to count. */
  private static final int MAX_DISTANCE = 60;

  /** The same for a word that may follow the term in the other language too. */
  private static final int MAX_DISTANCE_AFTER = 12;

  /** How many characters of a word that crosses the edge of a term stand outside the term. */
  private static final int MAX_OUTSIDE = 2;

  /** Of a text without Chinese. */
  static final HanWords NONE = of(HanText.of("", ChineseWords.NONE), ChineseWords.NONE);

  private final HanText text;
  private final HanRuns runs;

  HanWords(HanText text, HanRuns runs) {
    this.text = text;
    this.runs = runs;
  }

  private static HanWords of(HanText text, ChineseWords chineseWords) {
    return new HanWords(text, new HanRuns(text, chineseWords));
  }

  /** The words around some places that do not overlap with any of them, simplified. */
  public List<String> around(List<Span> places) {
    return words(
        word ->
            places.stream().noneMatch(word::overlaps)
                && places.stream().anyMatch(place -> isNear(word, place)));
  }

  /** The words soon after a place, simplified. */
  public List<String> after(Span place) {
    return words(
        word -> place.end() <= word.start() && word.start() < place.end() + MAX_DISTANCE_AFTER);
  }

  /**
   * Whether one of certain words begins outside a place and ends inside it or the other way round,
   * and a cut that has it is hardly less probable: 卫生间 in 公共卫生间, where 公共卫生 is the place. A
   * compound with a whole word of the place does not count: 合作关系 after 务实.
   *
   * @param certain asked of each run of characters, simplified, that may be such a word
   */
  public boolean isCrossed(Span place, Predicate<String> certain) {
    int from = text.positionAt(place.start());
    int to = text.positionAt(place.end());
    for (int inside = from + 1; inside < to; inside++) {
      for (int outside = 1; outside <= MAX_OUTSIDE && !runs.isEdge(inside); outside++) {
        if (isWord(from - outside, inside, from - outside, to, certain)
            || isWord(inside, to + outside, from, to + outside, certain)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the characters are one of certain words in a likely cut of those around them. */
  private boolean isWord(int start, int end, int from, int to, Predicate<String> certain) {
    return from >= 0
        && to <= text.length()
        && certain.test(text.text(start, end))
        && runs.mayBeCut(from, start, end, to);
  }

  /** The words, simplified, that begin directly after a place or one character later: after 的. */
  public List<String> next(Span place) {
    return words(word -> place.end() <= word.start() && word.start() <= place.end() + 1);
  }

  private static boolean isNear(Span word, Span place) {
    return word.start() < place.end() + MAX_DISTANCE && place.start() < word.end() + MAX_DISTANCE;
  }

  private List<String> words(Predicate<Span> wanted) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int at = 1; at <= text.length(); at++) {
      if (text.isHanAt(at - 1) && (at == text.length() || runs.isEdge(at))) {
        String word = text.text(start, at);
        if (wanted.test(text.span(start, at)) && !ChineseFunctionWords.has(word)) {
          words.add(word);
        }
        start = at;
      } else if (!text.isHanAt(at - 1)) {
        start = at;
      }
    }
    return words;
  }
}
