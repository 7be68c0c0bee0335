package ballast.glossary;

import ballast.bitext.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An English text cut into words as terms are looked for in it. Made by {@link EnglishReader}.
 * Immutable.
 */
public final class EnglishText {

  /** What stands between a word and the one before it. */
  enum Break {
    /** Space, a hyphen, nothing. */
    NONE,
    /** A comma, a quotation mark, a bracket. */
    LIGHT,
    /** The end of a sentence or of a half of one. */
    HARD
  }

  /**
   * One word.
   *
   * @param forms how it is compared
   * @param surface its letters as written
   * @param span where it stands, without an "'s"
   * @param before what stands between it and the word before it
   */
  record Token(WordForms forms, String surface, Span span, Break before) {

    boolean isFunction() {
      return FunctionWords.isFunction(forms.word());
    }

    boolean isDeterminer() {
      return FunctionWords.isDeterminer(forms.word());
    }

    /** Whether it is a name of capitals: SOE, WTO; also with a plural s. */
    boolean isAcronym() {
      int capitals = 0;
      while (capitals < surface.length() && !Character.isLowerCase(surface.charAt(capitals))) {
        capitals++;
      }
      return capitals >= 2
          && surface.length() - capitals <= 1
          && (capitals == surface.length() || surface.charAt(capitals) == 's');
    }
  }

  private final String raw;
  private final List<Token> tokens;

  /** All that its words can be forms of, and what their derivations share. */
  private final Set<String> words = new HashSet<>();

  EnglishText(String raw, List<Token> tokens) {
    this.raw = raw;
    this.tokens = List.copyOf(tokens);
    for (Token token : tokens) {
      words.addAll(token.forms().words());
      words.addAll(token.forms().families());
    }
  }

  /** The text as it was. */
  public String raw() {
    return raw;
  }

  /** How many words it has. */
  public int size() {
    return tokens.size();
  }

  /** Whether a word of it is a form of that one or derived from the same. */
  boolean mayHave(WordForms forms) {
    for (String word : forms.words()) {
      if (words.contains(word)) {
        return true;
      }
    }
    for (String family : forms.families()) {
      if (words.contains(family)) {
        return true;
      }
    }
    return false;
  }

  Token token(int index) {
    return tokens.get(index);
  }

  /** A word in small letters, without accents and apostrophes. */
  public String word(int index) {
    return tokens.get(index).forms().word();
  }

  /** What a word can be a form of, itself first. */
  public List<String> forms(int index) {
    return tokens.get(index).forms().words();
  }

  /** Where the words from one index to before another stand in the raw text. */
  public Span span(int from, int to) {
    return new Span(tokens.get(from).span().start(), tokens.get(to - 1).span().end());
  }
}
