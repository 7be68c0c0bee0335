package ballast.memory.store;

import ballast.language.Han;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words of a text as a bag: every Han character is a word, and every stretch of other letters
 * and digits, in lower case. Long texts are judged by their first {@value #MAX_WORDS} words.
 */
final class WordBag {

  private static final int MAX_WORDS = 2000;

  private final int[] words;

  private WordBag(int[] words) {
    this.words = words;
  }

  /**
   * The bag of {@code text}.
   *
   * @param numbers the number of every word seen so far; grows
   */
  static WordBag of(String text, Map<String, Integer> numbers) {
    List<Integer> words = new ArrayList<>();
    for (int i = 0; i < text.length() && words.size() < MAX_WORDS; ) {
      int end = wordEnd(text, i);
      if (end > i) {
        String word = text.substring(i, end).toLowerCase(Locale.ROOT);
        words.add(numbers.computeIfAbsent(word, w -> numbers.size()));
        i = end;
      } else {
        i += Character.charCount(text.codePointAt(i));
      }
    }
    return new WordBag(words.stream().mapToInt(Integer::intValue).sorted().toArray());
  }

  /** The numbers of the words, rising, with repeats; not to be changed. */
  int[] words() {
    return words;
  }

  /**
   * The Dice coefficient of both bags: twice the words in common over all words, in [0, 1]; 0 when
   * neither has a word.
   */
  double similarity(WordBag other) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < words.length && j < other.words.length) {
      int order = Integer.compare(words[i], other.words[j]);
      if (order == 0) {
        common++;
      }
      if (order <= 0) {
        i++;
      }
      if (order >= 0) {
        j++;
      }
    }
    int all = words.length + other.words.length;
    return all == 0 ? 0 : 2.0 * common / all;
  }

  /** The end of the word that begins at {@code start}; {@code start} when none begins there. */
  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (!Character.isLetterOrDigit(c)) {
        break;
      }
      if (Han.isHan(c)) {
        return end == start ? end + Character.charCount(c) : end;
      }
      end += Character.charCount(c);
    }
    return end;
  }
}
