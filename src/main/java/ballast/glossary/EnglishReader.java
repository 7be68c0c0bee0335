package ballast.glossary;

import ballast.bitext.Span;
import ballast.glossary.EnglishText.Break;
import ballast.glossary.EnglishText.Token;
import ballast.glossary.EnglishText.WordForms;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Splits English texts into words. Hyphens, slashes and a capital inside a word ("SouthChinaSea")
 * separate words; an apostrophe does not. "'s" and the full stops of U.S. are dropped; {@code &}
 * becomes "and". Caches the forms of words. Thread-safe; takes time linear in the length of the
 * text.
 */
public final class EnglishReader {

  /** Cache size; fewer distinct words recur in a corpus. */
  private static final int MAX_REMEMBERED = 100_000;

  /** Maximum letters of a word; longer runs are ignored. */
  private static final int MAX_LETTERS = 60;

  /** Slots for the most recent words; a power of two, small enough for the processor's cache. */
  private static final int RECENT = 1 << 12;

  private final Map<String, WordForms> remembered = new ConcurrentHashMap<>();

  /**
   * Threads may overwrite each other's entries harmlessly: each is immutable and names its word.
   */
  private final @Nullable WordForms[] recent = new WordForms[RECENT];

  public EnglishText read(String raw) {
    return new EnglishText(raw, new Scan(raw).tokens());
  }

  private WordForms forms(String word) {
    int place = word.hashCode() & (RECENT - 1);
    WordForms last = recent[place];
    if (last != null && last.word().equals(word)) {
      return last;
    }
    WordForms forms = remembered(word);
    recent[place] = forms;
    return forms;
  }

  private WordForms remembered(String word) {
    WordForms known = remembered.get(word);
    if (known != null) {
      return known;
    }
    WordForms forms = WordForms.of(word);
    if (remembered.size() < MAX_REMEMBERED) {
      remembered.put(word, forms);
    }
    return forms;
  }

  private final class Scan {

    private final String raw;
    private final List<Token> tokens = new ArrayList<>();
    private Break pending = Break.NONE;

    Scan(String raw) {
      this.raw = raw;
    }

    List<Token> tokens() {
      int at = 0;
      while (at < raw.length()) {
        char c = raw.charAt(at);
        if (isWordPart(c)) {
          at = word(at);
        } else {
          mark(c, at);
          at++;
        }
      }
      return tokens;
    }

    private int word(int start) {
      int end = isDigit(raw.charAt(start)) ? numberEnd(start) : start;
      if (end == start) {
        end = abbreviationEnd(start);
      }
      if (end == start) {
        end = lettersEnd(start);
      }
      int next = possessiveEnd(end);
      if (end - start <= MAX_LETTERS) {
        add(start, end);
      }
      return next;
    }

    /** The end of a number with its commas and points, and letters after it (5G, 21st). */
    private int numberEnd(int start) {
      int end = start;
      while (end < raw.length()
          && (isWordPart(raw.charAt(end))
              || ((raw.charAt(end) == ',' || raw.charAt(end) == '.') && isDigitAt(end + 1)))) {
        end++;
      }
      return end;
    }

    /** The end of an abbreviation such as U.S. or U.N.; {@code start} if there is none. */
    private int abbreviationEnd(int start) {
      int end = start;
      while (end + 1 < raw.length()
          && Character.isUpperCase(raw.charAt(end))
          && raw.charAt(end + 1) == '.') {
        end += 2;
      }
      return end - start >= 4 ? end : start;
    }

    /** The end of a run of letters; a capital after a small letter begins a new word. */
    private int lettersEnd(int start) {
      int end = start + 1;
      while (end < raw.length()) {
        char c = raw.charAt(end);
        boolean apostrophe =
            isApostrophe(c) && end + 1 < raw.length() && Character.isLetter(raw.charAt(end + 1));
        if (apostrophe && possessiveEnd(end) > end) {
          break;
        }
        boolean hump = Character.isUpperCase(c) && Character.isLowerCase(raw.charAt(end - 1));
        if (hump || !(apostrophe || isWordPart(c))) {
          break;
        }
        end++;
      }
      return end;
    }

    /** The end of an "'s" that begins at {@code at}; {@code at} if there is none. */
    private int possessiveEnd(int at) {
      boolean found =
          at + 1 < raw.length()
              && isApostrophe(raw.charAt(at))
              && (raw.charAt(at + 1) == 's' || raw.charAt(at + 1) == 'S')
              && !(at + 2 < raw.length() && isWordPart(raw.charAt(at + 2)));
      return found ? at + 2 : at;
    }

    private void add(int start, int end) {
      String surface = raw.substring(start, end);
      String word = plain(surface);
      if (!word.isEmpty()) {
        tokens.add(new Token(forms(word), surface, new Span(start, end), pending));
        pending = Break.NONE;
      }
    }

    private void mark(char c, int at) {
      switch (c) {
        case '&' -> add(at, at + 1);
        case ';', ':', '!', '?', '—', '。', '；', '：', '！', '？', '…' -> pending = Break.HARD;
        // A dash between spaces ("word – word") separates clauses; "1–3" and "co–author" do not.
        case '–', '-' -> pending = isBetweenSpaces(at) ? Break.HARD : pending;
        case '.' -> pending = endsSentence(at) ? Break.HARD : pending;
        case '\n' ->
            pending = at + 1 < raw.length() && raw.charAt(at + 1) == '\n' ? Break.HARD : pending;
        case ',', '(', ')', '[', ']', '，', '、', '（', '）' ->
            pending = pending == Break.HARD ? Break.HARD : Break.LIGHT;
        default -> {
          // Spaces, hyphens and quotation marks only separate words.
        }
      }
    }

    /** Whether a full stop ends a sentence; in "Mr. Li" it does not, as the word is short. */
    private boolean endsSentence(int at) {
      int last = tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).surface().length();
      return last > 2 || at + 1 == raw.length();
    }

    private boolean isBetweenSpaces(int at) {
      return at > 0
          && raw.charAt(at - 1) == ' '
          && at + 1 < raw.length()
          && raw.charAt(at + 1) == ' ';
    }

    private boolean isDigitAt(int at) {
      return at < raw.length() && isDigit(raw.charAt(at));
    }
  }

  private static boolean isWordPart(char c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
    }
    // Han characters are not English words; combining accents belong to their letters.
    return c < 0x2E80
        && (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’' || c == 'ʼ';
  }

  /** The word in lower case, without accents, apostrophes, points and thousands separators. */
  private static String plain(String surface) {
    if (surface.equals("&")) {
      return "and";
    }
    String lower = surface.toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(lower.length());
    boolean number = isDigit(lower.charAt(0));
    String letters = isAscii(lower) ? lower : Normalizer.normalize(lower, Normalizer.Form.NFKD);
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      if (Character.isLetterOrDigit(c) || (number && c == '.')) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
