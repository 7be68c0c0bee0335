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
