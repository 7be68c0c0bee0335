package ballast.check;

import ballast.glossary.HanRuns.TermWords;
import ballast.glossary.Term;
import ballast.glossary.TermEntry;
import ballast.glossary.TermFinder.TermHit;
import ballast.language.FunctionWords;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

public final class Acronyms {

  /**
   * Two letters match by chance. The lookahead asks for a capital first because {@code \b} at an
   * accent searches back past all other accents.
   */
  private static final Pattern CAPITALS = Pattern.compile("(?=[A-Z])\\b([A-Z]{3,5})s?\\b");

  /** At least three letters with a lower-case letter between capitals: IoT. */
  private static final Pattern MIXED = Pattern.compile("(?=.{3})[A-Z]+[a-z]+[A-Z]+");

  /** Minimum Chinese characters per letter of an acronym; the maximum is one more. */
  private static final int CHARACTERS = 2;

  /** The rest of a Chinese name and the acronym next to it: 投资回报ROI. */
  private static final Pattern BESIDE = Pattern.compile("\\p{IsHan}{0,4}[(（]?([A-Z]{3,5})");

  private Acronyms() {}

  /** Whether one text consists of the initials of the other: WTO, World Trade Organization. */
  public static boolean isOneOfTheOther(String one, String other) {
    return isAcronymOf(one, other) || isAcronymOf(other, one);
  }

  private static boolean isAcronymOf(String shortForm, String full) {
    String letters = shortForm.replaceAll("[^A-Za-z]", "");
    if (letters.length() < 2 || !letters.equals(letters.toUpperCase(Locale.ROOT))) {
      return false;
    }
    StringBuilder capitals = new StringBuilder();
    for (String word : full.split("[^A-Za-z]+")) {
      capitals.append(
          !word.isEmpty() && Character.isUpperCase(word.charAt(0)) ? word.substring(0, 1) : "");
    }
    return letters.equals(initials(full)) || letters.contentEquals(capitals);
  }

  /**
   * Whether an acronym translates the term. The acronym is absent from the Chinese text or next to
   * the term there. It has the term's own initials (国有企业, "SOEs") or those of a longer name, with
   * the term's letter in its position (外商直接投资, "FDI"). Function words may be in lower case (物联网,
   * "IoT").
   */
  static boolean areSaid(TermEntry entry, TermHit hit, PairTexts texts) {
    String chinese = texts.chinese();
    Matcher beside = BESIDE.matcher(chinese).region(hit.span().end(), chinese.length());
    String own = beside.lookingAt() ? beside.group(1) : "";
    Matcher capitals = CAPITALS.matcher(texts.english());
    while (capitals.find()) {
      String acronym = capitals.group(1);
      if ((!chinese.contains(acronym) || acronym.equals(own))
          && entry.allowed().stream().anyMatch(term -> covers(acronym, term, hit.words()))) {
        return true;
      }
    }
    return entry.allowed().stream()
        .map(term -> mixedInitials(term.text()))
        .anyMatch(initials -> MIXED.matcher(initials).matches() && isIn(texts, initials));
  }

  private static boolean isIn(PairTexts texts, String word) {
    return !texts.chinese().contains(word)
        && Pattern.compile("(?=" + word + ")\\b" + word + "s?\\b").matcher(texts.english()).find();
  }

  /**
   * Whether a missing rendering is abbreviated to two initials (联合国, "UN", "U.N."), which may be an
   * accident, or has its acronym spelled out (中共中央, "Central Committee of the Communist Party of
   * China" for "CPC Central Committee").
   */
  static boolean isAbbreviated(TermEntry entry, PairTexts texts) {
    return entry.allowed().stream()
        .map(Term::text)
        .anyMatch(
            term ->
                isInitials(initials(term), texts.english()) || isSpelledOut(term, texts.english()));
  }

  private static boolean isInitials(String initials, String english) {
    return initials.length() == 2
        && Pattern.compile(
                "(?<![\\w.])" + initials.charAt(0) + "\\.?" + initials.charAt(1) + "(?!\\w)")
            .matcher(english)
            .find();
  }

  private static boolean isSpelledOut(String term, String english) {
    Matcher acronym = CAPITALS.matcher(term);
    if (!acronym.find()) {
      return false;
    }
    String rest = term.substring(0, acronym.start()) + term.substring(acronym.end());
    return Stream.of(rest.trim().split("[^\\p{L}]+")).allMatch(english::contains)
        && capitals(english).contains(acronym.group(1));
  }

  /** The initial capitals of the words, with a blank for each other content word. */
  private static String capitals(String text) {
    StringBuilder capitals = new StringBuilder();
    for (String word : text.split("[^\\p{L}]+")) {
      if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
        capitals.append(word.charAt(0));
      } else if (!FunctionWords.isFunction(word)) {
        capitals.append(' ');
      }
    }
    return capitals.toString();
  }

  private static boolean covers(String acronym, Term term, TermWords words) {
    String initials = initials(term.text());
    if (initials.length() > 1) {
      return acronym.equals(initials)
          || acronym.equals(initialsOfContent(term.text()))
          || (acronym.endsWith(initials) && !words.modifier().isEmpty())
          || (acronym.startsWith(initials) && !words.head().isEmpty());
    }
    String inside = String.join("", words.inside());
    String longer =
        words.longer().isEmpty() ? words.before() + inside + words.after() : words.longer();
    int at = longer.indexOf(inside);
    int letters = acronym.length();
    int letter = (2 * at + inside.length()) * letters / (2 * longer.length());
    // English may have the words in the reverse order: 投资回报率, "ROI".
    return longer.length() >= CHARACTERS * letters - 2
        && longer.length() <= (CHARACTERS + 1) * letters
        && ((!words.longer().isEmpty() && acronym.contains(initials))
            || acronym.startsWith(initials, letter)
            || acronym.startsWith(initials, letters - 1 - letter));
  }

  /** The first letters, as capitals, of content words; "state-owned" gives one. */
  private static String initialsOfContent(String full) {
    StringBuilder initials = new StringBuilder();
    for (String word : full.split("[^A-Za-z-]+")) {
      if (!word.isEmpty() && !FunctionWords.isFunction(word.toLowerCase(Locale.ROOT))) {
        initials.append(Character.toUpperCase(word.charAt(0)));
      }
    }
    return initials.toString();
  }

  static String initials(String full) {
    return mixedInitials(full).toUpperCase(Locale.ROOT);
  }

  /** The first letters of all words, in lower case for function words. */
  private static String mixedInitials(String full) {
    StringBuilder initials = new StringBuilder();
    for (String word : full.replaceAll("['’]s?\\b", "").split("[^A-Za-z]+")) {
      if (!word.isEmpty()) {
        char first = word.charAt(0);
        boolean function = FunctionWords.isFunction(word.toLowerCase(Locale.ROOT));
        initials.append(function ? Character.toLowerCase(first) : Character.toUpperCase(first));
      }
    }
    return initials.toString();
  }
}
