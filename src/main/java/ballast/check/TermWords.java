package ballast.check;

import ballast.bitext.Span;
import ballast.language.ChineseFunctionWords;
import ballast.language.ChineseWords;
import ballast.language.Han;
import java.util.ArrayList;
import java.util.List;

/**
 * The Chinese words at a place of a term, in simplified characters.
 *
 * @param inside the words of the term, never empty
 * @param before the word of content directly before it; empty if there is none
 * @param after the word of content directly after it; empty if there is none
 */
record TermWords(List<String> inside, String before, String after) {

  TermWords {
    inside = List.copyOf(inside);
  }

  static TermWords at(Span place, String text, ChineseWords chineseWords) {
    int from = place.start();
    while (from > 0 && Han.isHan(text.codePointBefore(from))) {
      from -= Character.charCount(text.codePointBefore(from));
    }
    int to = place.end();
    while (to < text.length() && Han.isHan(text.codePointAt(to))) {
      to += Character.charCount(text.codePointAt(to));
    }
    String term = simplified(place.of(text), chineseWords);
    List<String> before = words(text.substring(from, place.start()), chineseWords);
    List<String> after = words(text.substring(place.end(), to), chineseWords);
    List<String> inside = words(term, chineseWords);
    if (inside.isEmpty()) {
      inside.add(term);
    }
    return new TermWords(
        inside,
        before.isEmpty() ? "" : content(before.get(before.size() - 1)),
        after.isEmpty() ? "" : content(after.get(0)));
  }

  private static String content(String word) {
    return ChineseFunctionWords.has(word) ? "" : word;
  }

  private static String simplified(String text, ChineseWords chineseWords) {
    StringBuilder simplified = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Han.isHan(c) ? chineseWords.simplified(c) : c)
        .forEach(simplified::appendCodePoint);
    return simplified.toString();
  }

  private static List<String> words(String text, ChineseWords chineseWords) {
    String run = simplified(text, chineseWords);
    List<String> words = new ArrayList<>();
    if (run.isEmpty() || !run.codePoints().allMatch(Han::isHan)) {
      return words;
    }
    ChineseWords.Cut cut = chineseWords.cut(run);
    int start = 0;
    for (int at = 1; at <= run.length(); at++) {
      if (cut.endsAt(at)) {
        words.add(run.substring(start, at));
        start = at;
      }
    }
    return words;
  }
}
