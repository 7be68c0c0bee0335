package ballast.glossary;

import ballast.bitext.Span;
import ballast.language.FunctionWords;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An English text cut into words, ready for searching it for terms. Made by {@link EnglishReader}.
 * Immutable.
 */
public final class EnglishText {

  /** The separator between a word and the previous one. */
  enum Break {
    /** A space, a hyphen or nothing. */
    NONE,
    /** A comma, a quotation mark or a bracket. */
    LIGHT,
    /** The end of a sentence or of a clause. */
    HARD
  }

  /**
   * One word.
   *
   * @param forms the forms that are compared
   * @param surface its letters as written
   * @param span its place in the raw text, without "'s"
   * @param before what separates it from the previous word
   */
  record Token(WordForms forms, String surface, Span span, Break before) {

    boolean isFunction() {
      return FunctionWords.isFunction(forms.word());
    }

    boolean isDeterminer() {
      return FunctionWords.isDeterminer(forms.word());
    }

    /** Whether it consists of capitals (SOE, WTO), with or without a plural s. */
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

  private static final Set<String> BEFORE_VERBS =
      Set.of(
          "to", "will", "would", "can", "could", "shall", "should", "may", "must", "not", "which",
          "who", "we", "you", "they", "it");

  private static final Set<String> AFTER_VERBS = Set.of("to", "of", "on", "it", "them");

  private final String raw;
  private final List<Token> tokens;

  /** Every word that its words can be forms of, and the keys of their families. */
  private final Set<String> words = new HashSet<>();

  EnglishText(String raw, List<Token> tokens) {
    this.raw = raw;
    this.tokens = List.copyOf(tokens);
    for (Token token : tokens) {
      words.addAll(token.forms().words());
      words.addAll(token.forms().keys());
    }
  }

  /** The original text. */
  public String raw() {
    return raw;
  }

  public int size() {
    return tokens.size();
  }

  /** Whether one of its words is a form of the given word or derived from the same one. */
  boolean mayHave(WordForms forms) {
    for (String word : forms.words()) {
      if (words.contains(word)) {
        return true;
      }
    }
    for (String key : forms.keys()) {
      if (words.contains(key)) {
        return true;
      }
    }
    return false;
  }

  Token token(int index) {
    return tokens.get(index);
  }

  /** A word in lower case, without accents and apostrophes. */
  public String word(int index) {
    return tokens.get(index).forms().word();
  }

  /** Whether a word is no article, pronoun, preposition, conjunction or auxiliary verb. */
  public boolean isContent(int index) {
    return !tokens.get(index).isFunction();
  }

  /** Whether no word of content follows a word directly. */
  public boolean endsPhrase(int index) {
    int next = index + 1;
    return next == tokens.size()
        || tokens.get(next).isFunction()
        || tokens.get(next).before() != Break.NONE;
  }

  /**
   * Whether a word is the last of a phrase that may be a noun with all that belongs to it: no verb
   * with its object ("abort the transaction", "depends on"), and no noun that belongs to another
   * ("danger of crashes").
   */
  public boolean endsNounPhrase(int index) {
    if (!endsPhrase(index) || isGoverned(index) || (index > 0 && follows(index, BEFORE_VERBS))) {
      return false;
    }
    int next = index + 1;
    return next == tokens.size()
        || tokens.get(next).before() != Break.NONE
        || !(tokens.get(next).isDeterminer() || AFTER_VERBS.contains(word(next)));
  }

  private boolean follows(int index, Set<String> words) {
    return tokens.get(index).before() == Break.NONE && words.contains(word(index - 1));
  }

  private boolean isGoverned(int index) {
    int at = index;
    while (at > 0
        && tokens.get(at).before() == Break.NONE
        && (isContent(at - 1) || tokens.get(at - 1).isDeterminer())) {
      at--;
    }
    return at > 1 && word(at - 1).equals("of") && isContent(at - 2);
  }

  /** The words that a word can be a form of, itself first. */
  public List<String> forms(int index) {
    return tokens.get(index).forms().words();
  }

  /**
   * The place in the raw text of the words from index {@code from} up to, but not including, {@code
   * to}.
   */
  public Span span(int from, int to) {
    return new Span(tokens.get(from).span().start(), tokens.get(to - 1).span().end());
  }
}
