package ballast.align;

import ballast.language.Han;
import ballast.language.NumberValue;
import ballast.lexicon.WordReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One sentence as the aligner compares it.
 *
 * @param length in Latin letters, see {@link Reader}; never negative
 * @param words the lexicon's keys of its words and punctuation marks, in order, with repeats; only
 *     the first few hundred of a huge sentence
 * @param cognates distinct number values and Latin words, which are the same in both languages
 * @param numbers its numbers that are evidence, see {@link NumberEvidence}
 * @param latin its distinct words of two or more Latin letters, in order; from the word in lower
 *     case to its first spelling
 */
record Sentence(
    double length,
    List<String> words,
    Set<String> cognates,
    List<NumberValue> numbers,
    Map<String, String> latin) {

  static final Sentence EMPTY = new Sentence(0, List.of(), Set.of(), List.of(), Map.of());

  Sentence {
    words = List.copyOf(words);
    numbers = List.copyOf(numbers);
  }

  boolean asks() {
    return words.contains("?");
  }

  /**
   * Reads a sentence of any language into the properties that the aligner compares.
   *
   * <p>Length: a Han character counts as {@value #HAN_LENGTH} Latin letters, every other visible
   * character as one, so that Chinese text with Latin names is measured fairly. Anchors: number
   * values ("#308270000000"; {@link NumberEvidence} decides which) and Latin words ("@wto").
   */
  static final class Reader {

    static final double HAN_LENGTH = 3;

    private static final int MAX_WORDS = 400;
    private static final int MAX_LETTERS = 40;

    private final WordReader words;

    Reader(WordReader words) {
      this.words = words;
    }

    Sentence read(String text) {
      List<NumberValue> numbers = NumberEvidence.read(text);
      Map<String, String> latin = new LinkedHashMap<>();
      double length = measure(text, latin);
      Set<String> anchors = new LinkedHashSet<>();
      numbers.forEach(number -> anchors.add("#" + number.key()));
      latin.keySet().forEach(word -> anchors.add("@" + word));
      List<String> read = words.read(text);
      return new Sentence(
          length,
          read.subList(0, Math.min(MAX_WORDS, read.size())),
          Collections.unmodifiableSet(anchors),
          numbers,
          Collections.unmodifiableMap(latin));
    }

    /** Returns the length of a text and adds its Latin words to {@code latin}. */
    private static double measure(String text, Map<String, String> latin) {
      double length = 0;
      int i = 0;
      while (i < text.length()) {
        int c = text.codePointAt(i);
        int end = i + Character.charCount(c);
        if (Han.isHan(c)) {
          length += HAN_LENGTH;
        } else if (Character.isLetter(c)) {
          end = wordEnd(text, i);
          length += end - i;
          String written = text.substring(i, Math.min(end, i + MAX_LETTERS + 1));
          if (written.length() > 1 && written.length() <= MAX_LETTERS && latin.size() < MAX_WORDS) {
            latin.putIfAbsent(written.toLowerCase(Locale.ROOT), written);
          }
        } else if (!Character.isWhitespace(c) && !Character.isISOControl(c)) {
          length++;
        }
        i = end;
      }
      return length;
    }

    private static int wordEnd(String text, int start) {
      int end = start;
      while (end < text.length()) {
        int c = text.codePointAt(end);
        if (!Character.isLetterOrDigit(c) || Han.isHan(c)) {
          break;
        }
        end += Character.charCount(c);
      }
      return end;
    }
  }
}
