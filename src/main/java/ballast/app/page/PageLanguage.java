package ballast.app.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The language of a page. Ballast writes all messages in English. A page in another language
 * recognises each by its fixed words and says it with the same values; a message without a phrase
 * stays English. Immutable.
 *
 * <p>A phrase is a line of {@code phrases_zh.tsv}: English, a tab, the translation. In the English,
 * {@code %s} is any text, {@code %d} a number, {@code %p} a text that is itself a phrase, {@code
 * %q} one that may be, and {@code (s)} an optional plural; in the translation, {@code %1} is the
 * first of these values.
 */
public final class PageLanguage {

  public static final PageLanguage ENGLISH = new PageLanguage("en", List.of());
  public static final PageLanguage CHINESE =
      new PageLanguage("zh", read("/ballast/report/phrases_zh.tsv"));

  /** Maximum depth of phrases within phrases. */
  private static final int MAX_DEPTH = 8;

  private final String tag;
  private final Map<String, String> fixed = new HashMap<>();
  private final List<Phrase> phrases = new ArrayList<>();

  private PageLanguage(String tag, List<String> lines) {
    this.tag = tag;
    for (String line : lines) {
      int tab = line.indexOf('\t');
      String english = line.substring(0, tab);
      String translation = line.substring(tab + 1);
      add(english.replace("(s)", ""), translation);
      if (english.contains("(s)")) {
        add(english.replace("(s)", "s"), translation);
      }
    }
    // The phrase with the most fixed words says the most about a message.
    phrases.sort(Comparator.comparingInt(Phrase::length).reversed());
  }

  private void add(String english, String translation) {
    Phrase phrase = Phrase.of(english, translation);
    if (phrase.kinds().isEmpty()) {
      fixed.put(english, translation);
    } else {
      phrases.add(phrase);
    }
  }

  /** Returns the lines of a table, without comments and empty lines. */
  public static List<String> read(String resource) {
    try (InputStream in = PageLanguage.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String tag() {
    return tag;
  }

  /** Returns a message in this language, each line for itself. */
  public String say(String message) {
    return message
        .lines()
        .map(line -> orElse(said(line, 0, new HashMap<>()), line))
        .collect(Collectors.joining("\n"));
  }

  /** Returns messages in this language as one list. */
  public String say(List<String> messages) {
    return messages.stream().map(this::say).collect(Collectors.joining(say("; ")));
  }

  private static String orElse(@Nullable String text, String other) {
    return text == null ? other : text;
  }

  /**
   * @param tried results for parts of the message, because many phrases may ask for the same one
   */
  private @Nullable String said(String message, int depth, Map<String, Optional<String>> tried) {
    String known = fixed.get(message);
    if (known != null || depth == MAX_DEPTH) {
      return known;
    }
    String key = depth + message;
    Optional<String> before = tried.get(key);
    if (before == null) {
      before = Optional.ofNullable(first(message, depth, tried));
      tried.put(key, before);
    }
    return before.orElse(null);
  }

  private @Nullable String first(String message, int depth, Map<String, Optional<String>> tried) {
    for (Phrase phrase : phrases) {
      List<String> values = phrase.values(message);
      String text = values == null ? null : filled(phrase, values, depth, tried);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** Returns the translation with its values; null if one of them is not the phrase it must be. */
  private @Nullable String filled(
      Phrase phrase, List<String> values, int depth, Map<String, Optional<String>> tried) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      char kind = phrase.kinds().get(i);
      String value = values.get(i);
      boolean isPhrase = kind == 'p' || kind == 'q';
      String text = isPhrase ? said(value, depth + 1, tried) : value;
      if (text == null && kind == 'p') {
        return null;
      }
      said.add(orElse(text, value));
    }
    return text(phrase.translation(), said);
  }

  private static String text(String form, List<String> values) {
    StringBuilder text = new StringBuilder();
    int start = 0;
    for (int at = 0; at + 1 < form.length(); at++) {
      if (form.charAt(at) == '%' && isDigit(form.charAt(at + 1))) {
        join(text, form.substring(start, at));
        join(text, values.get(form.charAt(++at) - '1'));
        start = at + 1;
      }
    }
    join(text, form.substring(start));
    return text.toString();
  }

  /** Appends with one space between Chinese and a word or number, and none within Chinese. */
  private static void join(StringBuilder text, String next) {
    int last = text.length() - 1;
    if (last < 0 || next.isEmpty()) {
      text.append(next);
      return;
    }
    char a = text.charAt(last);
    char b = next.charAt(0);
    if ((isHan(a) && isWord(b)) || (isWord(a) && isHan(b))) {
      text.append(' ');
    } else if (a == ' ' && isHan(b) && last > 0 && isHan(text.charAt(last - 1))) {
      text.setLength(last);
    }
    boolean within = isHan(a) && b == ' ' && next.length() > 1 && isHan(next.charAt(1));
    text.append(next, within ? 1 : 0, next.length());
  }

  private static boolean isHan(char c) {
    return c >= '\u4E00' && c <= '\u9FFF';
  }

  private static boolean isWord(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isDigit(char c) {
    return c >= '1' && c <= '9';
  }

  /**
   * A phrase with values.
   *
   * @param words the fixed words before, between and after the values; may be empty
   * @param kinds of the values: s, d or p
   */
  private record Phrase(List<String> words, List<Character> kinds, String translation) {

    static Phrase of(String english, String translation) {
      List<String> words = new ArrayList<>();
      List<Character> kinds = new ArrayList<>();
      int start = 0;
      for (int at = 0; at + 1 < english.length(); at++) {
        if (english.charAt(at) == '%' && "sdpq".indexOf(english.charAt(at + 1)) >= 0) {
          words.add(english.substring(start, at));
          kinds.add(english.charAt(++at));
          start = at + 1;
        }
      }
      words.add(english.substring(start));
      return new Phrase(words, kinds, translation);
    }

    int length() {
      int length = 0;
      for (String word : words) {
        length += word.length();
      }
      return length;
    }

    /**
     * Returns the values of a message, each as short as possible, none empty; null if it is not of
     * this phrase. Takes time in proportion to the length of the message, whatever it contains.
     */
    @Nullable List<String> values(String message) {
      int last = words.size() - 1;
      int end = message.length() - words.get(last).length();
      int at = words.get(0).length();
      if (end < at || !message.startsWith(words.get(0)) || !message.endsWith(words.get(last))) {
        return null;
      }
      List<String> values = new ArrayList<>();
      for (int i = 1; i <= last; i++) {
        int next = i == last ? end : message.indexOf(words.get(i), at + 1);
        if (next <= at || next > end || !fits(kinds.get(i - 1), message, at, next)) {
          return null;
        }
        values.add(message.substring(at, next));
        at = next + words.get(i).length();
      }
      return values;
    }

    private static boolean fits(char kind, String message, int start, int end) {
      return kind != 'd'
          || message
              .chars()
              .skip(start)
              .limit(end - start)
              .allMatch(c -> "0123456789,.-".indexOf(c) >= 0);
    }
  }
}
