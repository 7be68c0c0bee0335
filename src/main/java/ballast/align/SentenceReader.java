package ballast.align;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads a sentence, whatever its language, into the features the aligner compares.
 *
 * <p>Length: a Han character counts as {@value #HAN_LENGTH} Latin letters, everything else that
 * shows as one, so that Chinese with Latin names in it is measured fairly. Tokens: Han characters,
 * pairs of them, lightly stemmed Latin words, number values ("#308270000000"), and punctuation
 * classes that survive translation.
 */
final class SentenceReader {

  static final double HAN_LENGTH = 3;

  private static final int MAX_TOKENS = 400;
  private static final int MAX_WORD = 40;

  private final String text;
  private final Set<String> tokens = new LinkedHashSet<>();
  private final Map<String, String> latin = new LinkedHashMap<>();
  private double length;

  private SentenceReader(String text) {
    this.text = text;
  }

  static Sentence read(String text) {
    return new SentenceReader(text).read();
  }

  private Sentence read() {
    List<NumberValue> numbers = NumberReader.read(text);
    for (NumberValue number : numbers) {
      add("#" + number.key());
    }
    String beforeHan = "";
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      int end = i + Character.charCount(c);
      if (Character.isIdeographic(c)) {
        length += HAN_LENGTH;
        String han = text.substring(i, end);
        add(han);
        if (!beforeHan.isEmpty()) {
          add(beforeHan + han);
        }
        beforeHan = han;
      } else {
        beforeHan = "";
        if (Character.isLetter(c)) {
          end = wordEnd(i);
          word(i, end);
        } else if (!Character.isWhitespace(c) && !Character.isISOControl(c)) {
          length++;
          punctuation(c, i, end);
        }
      }
      i = end;
    }
    return new Sentence(length, List.copyOf(tokens), numbers, Collections.unmodifiableMap(latin));
  }

  private void add(String token) {
    if (tokens.size() < MAX_TOKENS) {
      tokens.add(token);
    }
  }

  private int wordEnd(int start) {
    int end = start;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (!Character.isLetterOrDigit(c) || Character.isIdeographic(c)) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  private void word(int start, int end) {
    length += end - start;
    if (end - start > MAX_WORD) {
      return;
    }
    String written = text.substring(start, end);
    String word = written.toLowerCase(Locale.ROOT);
    add(Stemmer.stem(word));
    if (word.length() > 1 && latin.size() < MAX_TOKENS) {
      latin.putIfAbsent(word, written);
    }
  }

  /** Only marks that a translator tends to keep; of a pair of marks only the opening one. */
  private void punctuation(int c, int start, int end) {
    switch (c) {
      case '?', '？' -> add("?");
      case '!', '！' -> add("!");
      case ':', '：' -> add(":");
      case ';', '；' -> add(";");
      case '(', '（', '[', '【', '［' -> add("(");
      case '“', '「', '『', '«' -> add("\"");
      case '《', '〈' -> add("《");
      case '…' -> add("…");
      case '%', '％' -> add("%");
      case '—' -> add("—");
      case '"', '\'', '‘' -> {
        boolean opens = start == 0 || Character.isWhitespace(text.codePointBefore(start));
        if (opens && end < text.length() && !Character.isWhitespace(text.codePointAt(end))) {
          add("\"");
        }
      }
      default -> {
        // Commas, stops and symbols are everywhere or nowhere.
      }
    }
  }
}
