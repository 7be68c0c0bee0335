package ballast.glossary;

import ballast.bitext.Span;
import ballast.language.FunctionWords;
import ballast.language.Inflection;
import ballast.language.NumberWord;
import ballast.language.WordFamily;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** An English text split into words by {@link EnglishReader}, ready for term search. Immutable. */
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
   * @param surface its letters as written
   * @param span its place in the raw text, without "'s"
   * @param before the separator from the previous word
   */
  record Token(WordForms forms, String surface, Span span, Break before) {

    boolean isFunction() {
      return FunctionWords.isFunction(forms.word());
    }

    boolean isDeterminer() {
      return FunctionWords.isDeterminer(forms.word());
    }

    /** Whether it joins a noun to the previous one, as prepositions do. */
    boolean isPreposition() {
      return isFunction() && !isDeterminer() && !FunctionWords.isConjunction(forms.word());
    }

    boolean isNumber() {
      return Character.isDigit(surface.charAt(0)) || NumberWord.digits(forms.word()) != null;
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

  private static final Set<String> AFTER_VERBS = Set.of("it", "them");

  /** Words that follow nouns and verbs: "the program of", "consists of". */
  private static final Set<String> AFTER_BOTH = Set.of("of", "that", "to", "on");

  /** Words that are otherwise content words but end a noun phrase here. */
  private static final Set<String> ENDINGS =
      Set.of(
          "once", "when", "if", "than", "after", "before", "so", "because", "where", "since",
          "until", "via", "through", "between", "per", "about", "without", "within", "across",
          "during", "such", "only", "then");

  private final String raw;
  private final List<Token> tokens;

  /** The base forms of all words, and the keys of their families. */
  private final Set<String> words = new HashSet<>();

  EnglishText(String raw, List<Token> tokens) {
    this.raw = raw;
    this.tokens = List.copyOf(tokens);
    for (Token token : tokens) {
      words.addAll(token.forms().words());
      words.addAll(token.forms().keys());
    }
  }

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

  /** Whether a word is not an article, pronoun, preposition, conjunction or auxiliary verb. */
  public boolean isContent(int index) {
    return !tokens.get(index).isFunction();
  }

  public boolean hasContent(Span place) {
    return IntStream.range(0, tokens.size())
        .anyMatch(i -> place.contains(tokens.get(i).span()) && isContent(i));
  }

  public boolean endsPhrase(int index) {
    int next = index + 1;
    return next == tokens.size()
        || tokens.get(next).isFunction()
        || ENDINGS.contains(word(next))
        || tokens.get(next).before() != Break.NONE;
  }

  /**
   * Whether a word may be a noun without unexplained companions: it is no verb with an object
   * ("abort the transaction", "depends on"), no other noun follows it ("the callback banner"), and
   * it is not part of another noun ("the banner of the callback").
   *
   * @param explained whether a word has a counterpart in the other language
   * @param follows whether a word translates the following text of the other language
   */
  public boolean standsAlone(int index, IntPredicate explained, IntPredicate follows) {
    int governor = governor(index);
    if ((governor >= 0 && !explained.test(governor))
        || (index > 0 && follows(index, BEFORE_VERBS))) {
      return false;
    }
    int next = index + 1;
    if (endsClause(index)) {
      return true;
    }
    if (!endsPhrase(index)) {
      return follows.test(next);
    }
    return AFTER_BOTH.contains(word(next))
        ? (isDetermined(index) || tokens.get(index).surface().endsWith("s"))
            && isObjectOf(next, explained)
        : !(tokens.get(next).isDeterminer() || AFTER_VERBS.contains(word(next)));
  }

  public boolean isOfUnexplained(int index, IntPredicate explained) {
    int next = index + 1;
    return !endsClause(index) && word(next).equals("of") && !isObjectOf(next, explained);
  }

  /** Whether the object of "of" is explained; true for other words. */
  private boolean isObjectOf(int index, IntPredicate explained) {
    int at = index + 1;
    while (at < tokens.size() && tokens.get(at).isDeterminer()) {
      at++;
    }
    return !word(index).equals("of")
        || at == tokens.size()
        || tokens.get(at).isFunction()
        || explained.test(at);
  }

  public boolean endsClause(int index) {
    return index + 1 == tokens.size() || tokens.get(index + 1).before() != Break.NONE;
  }

  private boolean follows(int index, Set<String> words) {
    return tokens.get(index).before() == Break.NONE && words.contains(word(index - 1));
  }

  /** Whether an article or other determiner begins the phrase of a word. */
  public boolean isDetermined(int index) {
    int at = start(index);
    return at > 0 && tokens.get(at).before() == Break.NONE && tokens.get(at - 1).isDeterminer();
  }

  /** The first of the content words that end with a word. */
  private int start(int index) {
    int at = index;
    while (at > 0 && tokens.get(at).before() == Break.NONE && isContent(at - 1)) {
      at--;
    }
    return at;
  }

  /** The noun to which a word belongs by "of"; -1 if there is none. */
  private int governor(int index) {
    int at = start(index);
    while (at > 0 && tokens.get(at).before() == Break.NONE && tokens.get(at - 1).isDeterminer()) {
      at--;
    }
    return at > 1 && word(at - 1).equals("of") && isContent(at - 2) ? at - 2 : -1;
  }

  public boolean followsDeterminer(int index) {
    return index > 0
        && tokens.get(index).before() == Break.NONE
        && tokens.get(index - 1).isDeterminer();
  }

  /** The index of the word that begins at an offset of the raw text; -1 if there is none. */
  public int beginningAt(int start) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).span().start() == start) {
        return i;
      }
    }
    return -1;
  }

  /** The index of the word that ends at an offset of the raw text; -1 if there is none. */
  public int endingAt(int end) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).span().end() == end) {
        return i;
      }
    }
    return -1;
  }

  /** The possible base forms of a word, itself first. */
  public List<String> forms(int index) {
    return tokens.get(index).forms().words();
  }

  /** Whether a word in one of these places has such a base form. */
  public boolean hasForm(IntPredicate place, Predicate<String> form) {
    return IntStream.range(0, size()).filter(place).anyMatch(i -> forms(i).stream().anyMatch(form));
  }

  /** The span in the raw text of the words from index {@code from} to {@code to}, exclusive. */
  public Span span(int from, int to) {
    return new Span(tokens.get(from).span().start(), tokens.get(to - 1).span().end());
  }

  /**
   * @param word letters and digits, lower case, no accents
   * @param words its possible base forms, itself first. A number word also has its digits; a word
   *     with a footnote number also has the forms without it
   * @param family the words related by derivation
   * @param keys the keys of the family
   */
  record WordForms(String word, List<String> words, WordFamily family, List<String> keys) {

    /** A word with a footnote number, as texts from pages may contain: territorial23. */
    private static final Pattern NOTED = Pattern.compile("^([a-z]{4,})[0-9]{1,2}$");

    static WordForms of(String word) {
      List<String> words = new ArrayList<>(Inflection.words(word));
      String digits = NumberWord.digits(word);
      if (digits != null) {
        words.add(digits);
      }
      String noted = NOTED.matcher(word).replaceFirst("$1");
      if (!noted.equals(word)) {
        words.addAll(Inflection.words(noted));
      }
      WordFamily family = WordFamily.of(words);
      return new WordForms(word, List.copyOf(words), family, List.copyOf(family.keys()));
    }

    boolean isFormOf(WordForms other) {
      for (int i = 0; i < words.size(); i++) {
        for (int k = 0; k < other.words.size(); k++) {
          if (words.get(i).equals(other.words.get(k))) {
            return true;
          }
        }
      }
      return false;
    }

    /** Whether both are forms of the same word or derived from it. */
    boolean isRelatedTo(WordForms other) {
      return isFormOf(other) || family.isRelatedTo(other.family);
    }

    /** Like {@link #isRelatedTo}, but without merely listed pairs such as China and Chinese. */
    boolean isMadeOfSame(WordForms other) {
      return isFormOf(other) || family.isMadeOfSame(other.family);
    }
  }
}
