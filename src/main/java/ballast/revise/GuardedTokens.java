package ballast.revise;

import ballast.language.NumberWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a change must not touch by mistake: numbers and dates, English names. */
final class GuardedTokens {

  private static final Set<String> WORDS =
      Set.of(
          "hundred",
          "thousand",
          "million",
          "billion",
          "trillion",
          "january",
          "february",
          "march",
          "april",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday");

  /** Of these a small letter makes another word, and May needs a number beside it. */
  private static final Set<String> CAPITAL_ONLY = Set.of("march", "august", "may");

  private static final String HAN_NUMERALS = "零〇一二三四五六七八九十百千万亿两半萬億兩";

  /** After one of these a numeral counts; 两国 and 三角 hold none. */
  private static final String MEASURES = "倍个個次年月日号號位名项項条條成家届屆天周週点點岁歲分元吨噸里万亿";

  private GuardedTokens() {}

  /** The number or date that a token is, in one form; null when it is none. */
  static @Nullable String number(Tokens tokens, int index) {
    Token token = tokens.get(index);
    return switch (token.kind()) {
      case NUMBER -> token.text().replace(",", "");
      case HAN -> hanNumber(token.text());
      case WORD -> wordNumber(tokens, index);
      case MARK -> null;
    };
  }

  private static @Nullable String wordNumber(Tokens tokens, int index) {
    String text = tokens.get(index).text();
    if (text.chars().anyMatch(Character::isDigit)) {
      return text.toLowerCase(Locale.ROOT);
    }
    String word = text.toLowerCase(Locale.ROOT);
    if (CAPITAL_ONLY.contains(word)) {
      return Character.isUpperCase(text.charAt(0)) && hasNumberBeside(tokens, index) ? word : null;
    }
    if (WORDS.contains(word)) {
      return word;
    }
    int cardinal = NumberWord.cardinal(word);
    return cardinal > 1 ? Integer.toString(cardinal) : null;
  }

  private static boolean hasNumberBeside(Tokens tokens, int index) {
    return (index > 0 && tokens.get(index - 1).kind() == Token.Kind.NUMBER)
        || (index + 1 < tokens.size() && tokens.get(index + 1).kind() == Token.Kind.NUMBER);
  }

  private static @Nullable String hanNumber(String word) {
    int end = 0;
    while (end < word.length() && HAN_NUMERALS.indexOf(word.charAt(end)) >= 0) {
      end++;
    }
    boolean counts = end == word.length() || MEASURES.indexOf(word.charAt(end)) >= 0;
    String number = word.substring(0, end);
    return counts && end > 0 && !number.equals("一") ? number : null;
  }

  /**
   * The names of an English text: words with a capital that do not begin a sentence, in small
   * letters. None of a text in which most words have one, as in a heading.
   */
  static List<String> names(Tokens tokens) {
    List<String> names = new ArrayList<>();
    int words = 0;
    int capitals = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() != Token.Kind.WORD || token.text().length() < 2) {
        continue;
      }
      boolean capital = Character.isUpperCase(token.text().codePointAt(0));
      words += token.text().length() > 3 ? 1 : 0;
      capitals += capital && token.text().length() > 3 ? 1 : 0;
      if (capital && i > 0 && !beginsSentence(tokens, i)) {
        names.add(name(token));
      }
    }
    return capitals * 2 > words && words > 2 ? List.of() : names;
  }

  /** A word as names are compared: small letters, without the ending of possession. */
  static String name(Token token) {
    String word = token.text().toLowerCase(Locale.ROOT).replace('’', '\'');
    return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
  }

  private static boolean beginsSentence(Tokens tokens, int index) {
    Token before = tokens.get(index - 1);
    if (tokens.list().subList(0, index).stream().allMatch(t -> t.kind() == Token.Kind.MARK)) {
      return true; // after the label of a list item
    }
    return before.kind() == Token.Kind.MARK && !",;-–—&/".contains(before.text());
  }
}
