package ballast.language;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers spelled out in English: twenty-one, two hundred and fifty, thirty-first, a million,
 * two-thirds, nineteen forty-nine.
 *
 * @param value what it says
 * @param end one past its last UTF-16 unit
 * @param ordinal whether it is an ordinal
 */
record EnglishNumeral(BigDecimal value, int end, boolean ordinal) {

  /** Powers of ten, also after digits: 308.27 billion. */
  static final Map<String, Integer> POWERS =
      Map.ofEntries(
          Map.entry("hundred", 2),
          Map.entry("thousand", 3),
          Map.entry("million", 6),
          Map.entry("mn", 6),
          Map.entry("billion", 9),
          Map.entry("bn", 9),
          Map.entry("trillion", 12),
          Map.entry("trn", 12));

  /** Where the ASCII letters that begin at {@code start} end. */
  static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /**
   * The number that begins with the word at {@code start}.
   *
   * @return null when that word begins no number; "one" and "a" alone are none
   */
  static @Nullable EnglishNumeral read(String text, int start) {
    return new Reader(text).read(start);
  }

  /** The word after a single space or hyphen; empty when something else follows. */
  static String nextWord(String text, int end) {
    if (end + 1 >= text.length() || (text.charAt(end) != ' ' && text.charAt(end) != '-')) {
      return "";
    }
    int stop = wordEnd(text, end + 1);
    // No number word is longer; a megabyte of letters is not copied.
    return stop - end > 16 ? "" : text.substring(end + 1, stop).toLowerCase(Locale.ROOT);
  }

  /** The state while reading one number. */
  private static final class Reader {

    private final String text;
    private long total;
    private long group;
    private int words;

    Reader(String text) {
      this.text = text;
    }

    @Nullable EnglishNumeral read(int start) {
      int end = wordEnd(text, start);
      if (end - start > 16) {
        return null;
      }
      String word = text.substring(start, end).toLowerCase(Locale.ROOT);
      if (word.equals("half")) {
        return new EnglishNumeral(new BigDecimal("0.5"), end, false);
      }
      if (word.equals("a") || word.equals("an")) {
        if (!POWERS.containsKey(nextWord(text, end))) {
          return null;
        }
        group = 1;
        words = 1;
      } else if (NumberWord.isCardinal(word)) {
        group = NumberWord.cardinal(word);
        words = 1;
      } else {
        int ordinal = NumberWord.ordinal(word);
        return ordinal == 0 ? null : new EnglishNumeral(BigDecimal.valueOf(ordinal), end, true);
      }
      return rest(end);
    }

    private @Nullable EnglishNumeral rest(int from) {
      int end = from;
      while (words < 20) {
        String word = nextWord(text, end);
        int next = end + 1 + word.length();
        if (word.equals("and") && words > 1 && NumberWord.isCardinal(nextWord(text, next))) {
          end = next;
          continue;
        }
        int ordinal =
            NumberWord.ordinal(word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
        if (words == 1 && isFraction(word, ordinal)) {
          BigDecimal value = NumberReader.fraction(group, word.startsWith("quarter") ? 4 : ordinal);
          return new EnglishNumeral(value, next, false);
        }
        if (ordinal > 0 && fits(ordinal) && !word.endsWith("s")) {
          return new EnglishNumeral(BigDecimal.valueOf(total + group + ordinal), next, true);
        }
        if (!take(word)) {
          break;
        }
        words++;
        end = next;
      }
      long value = total + group;
      return value == 1 && words == 1
          ? null
          : new EnglishNumeral(BigDecimal.valueOf(value), end, false);
    }

    private boolean isFraction(String word, int ordinal) {
      boolean plural = word.endsWith("s");
      return (word.startsWith("quarter") || (ordinal > 2 && group < 20))
          && (plural || group == 1)
          && group > 0;
    }

    private boolean take(String word) {
      int cardinal = NumberWord.cardinal(word);
      if (cardinal >= 0) {
        if (group >= 13 && group < 21 && cardinal >= 10) {
          group = group * 100 + cardinal;
          return true;
        }
        if (fits(cardinal)) {
          group += cardinal;
          return true;
        }
        return false;
      }
      Integer power = POWERS.get(word);
      if (power == null || group == 0 || group >= 1_000_000) {
        return false;
      }
      if (power == 2) {
        group *= 100;
      } else {
        total += group * (long) Math.pow(10, power);
        group = 0;
      }
      return true;
    }

    /** Whether a smaller number can follow: twenty one, two hundred five. */
    private boolean fits(int next) {
      if (next < 10) {
        return group % 10 == 0 && (group == 0 ? total > 0 : group % 100 != 10);
      }
      return next < 100 && group % 100 == 0 && (group > 0 || total > 0);
    }
  }
}
