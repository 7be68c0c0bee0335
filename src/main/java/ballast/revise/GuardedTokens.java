package ballast.revise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds codes and English names, which an edit must not change by mistake. */
final class GuardedTokens {

  private GuardedTokens() {}

  /**
   * A word with digits that is not a number, such as G20, in small letters; null for other tokens.
   */
  static @Nullable String code(Token token) {
    boolean code =
        token.kind() == Token.Kind.WORD && token.text().chars().anyMatch(Character::isDigit);
    return code ? token.text().toLowerCase(Locale.ROOT) : null;
  }

  /**
   * The names of an English text: words with a capital that do not begin a sentence, in small
   * letters. Empty for a text in which most words have a capital, such as a heading.
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

  /** The form in which names are compared: small letters, without a possessive ending. */
  static String name(Token token) {
    String word = token.text().toLowerCase(Locale.ROOT).replace('’', '\'');
    return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
  }

  private static boolean beginsSentence(Tokens tokens, int index) {
    Token previous = tokens.get(index - 1);
    if (tokens.list().subList(0, index).stream().allMatch(t -> t.kind() == Token.Kind.MARK)) {
      return true; // after the label of a list item
    }
    return previous.kind() == Token.Kind.MARK && !",;-–—&/".contains(previous.text());
  }
}
