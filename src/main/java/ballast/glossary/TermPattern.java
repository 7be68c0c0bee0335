package ballast.glossary;

import ballast.glossary.EnglishText.Break;
import ballast.glossary.EnglishText.Token;
import ballast.glossary.EnglishText.WordForms;
import ballast.language.FunctionWords;
import java.util.ArrayList;
import java.util.List;

/** An English term prepared for searching. Immutable. */
public final class TermPattern {

  private final Term term;
  private final List<Token> words;

  /** The content words; all words if there are none. */
  private final List<Token> content;

  /** The clause of the term to which each of {@link #content} belongs; clauses come in order. */
  private final int[] clauses;

  private final List<Token> withoutDeterminers;

  /** The index in {@link #words} of each of {@link #content}. */
  private final int[] places;

  private final boolean coordinated;

  TermPattern(Term term, EnglishReader reader) {
    EnglishText text = reader.read(term.text());
    this.term = term;
    List<Token> all = new ArrayList<>();
    List<Token> saying = new ArrayList<>();
    List<Integer> parts = new ArrayList<>();
    int clause = 0;
    boolean joined = false;
    for (int i = 0; i < text.size(); i++) {
      Token token = text.token(i);
      all.add(token);
      if (i > 0 && (token.before() != Break.NONE || token.forms().word().equals("while"))) {
        clause++;
      }
      joined |= FunctionWords.isConjunction(token.forms().word());
      if (!token.isFunction() || token.isAcronym()) {
        saying.add(token);
        parts.add(clause);
      }
    }
    this.words = List.copyOf(all);
    this.content = saying.isEmpty() ? words : List.copyOf(saying);
    // A list, "a, b and c", may come in any order; clauses may not.
    boolean list = joined && !parts.isEmpty() && clause >= 1 && saying.size() <= clause + 2;
    this.clauses =
        content.stream()
            .mapToInt(token -> list || saying.isEmpty() ? 0 : parts.get(saying.indexOf(token)))
            .toArray();
    this.coordinated = joined;
    this.places = content.stream().mapToInt(words::indexOf).toArray();
    List<Token> undetermined = words.stream().filter(token -> !token.isDeterminer()).toList();
    this.withoutDeterminers = undetermined.isEmpty() ? words : undetermined;
  }

  Term term() {
    return term;
  }

  List<Token> words() {
    return words;
  }

  boolean isTurned() {
    return isTurnedBefore(words.size());
  }

  int headOfTurned() {
    int head = 0;
    for (int i = 0; i < places.length && !isTurnedBefore(places[i]); i++) {
      head = i;
    }
    return head;
  }

  private boolean isTurnedBefore(int place) {
    return words.subList(0, place).stream().anyMatch(Token::isPreposition);
  }

  List<Token> withoutDeterminers() {
    return withoutDeterminers;
  }

  /** Whether an occurrence can begin with a word: a quick test before a search. */
  boolean mayBeginWith(Token token) {
    return begins(words.get(0), token) || begins(withoutDeterminers.get(0), token);
  }

  private static boolean begins(Token wanted, Token token) {
    String ours = wanted.forms().word();
    String theirs = token.forms().word();
    return theirs.startsWith(ours)
        || ours.startsWith(theirs)
        || wanted.forms().isFormOf(token.forms());
  }

  /**
   * Whether a text may contain each of its words in some form. If not, {@link
   * TermMatcher#findPlain} finds nothing except words written together.
   */
  public boolean mayBeIn(EnglishText text) {
    return wordsThatMayBeIn(text) == content.size();
  }

  /** The number of its content words that a text may contain, judged word by word. */
  int wordsThatMayBeIn(EnglishText text) {
    int count = 0;
    for (Token token : content) {
      count += text.mayHave(token.forms()) ? 1 : 0;
    }
    return count;
  }

  /** Whether a text may write words of it as one ("nonaligned"), or one word as two. */
  boolean mayBeWrittenTogether(EnglishText text) {
    for (int i = 0; i < text.size(); i++) {
      String word = text.word(i);
      for (Token token : withoutDeterminers) {
        String ours = token.forms().word();
        if (word.length() != ours.length() && (word.startsWith(ours) || ours.startsWith(word))) {
          return true;
        }
      }
    }
    return false;
  }

  List<Token> content() {
    return content;
  }

  public int contentWords() {
    return content.size();
  }

  /**
   * The possible base forms of each content word. A text without any form of some content word does
   * not contain the term.
   */
  public List<List<String>> wordForms() {
    return content.stream().map(token -> token.forms().words()).toList();
  }

  int clause(int contentWord) {
    return clauses[contentWord];
  }

  boolean isCoordinated() {
    return coordinated;
  }

  boolean isJoinedByOf() {
    return withoutDeterminers.size() == 3 && withoutDeterminers.get(1).forms().word().equals("of");
  }

  boolean isAdjacent(int contentWord, int next) {
    return places[next] == places[contentWord] + 1;
  }

  static final class WordTest {

    private WordTest() {}

    static boolean same(Token wanted, Token here, Term term, boolean exact, boolean derived) {
      boolean same =
          exact
              ? wanted.forms().word().equals(here.forms().word()) || isPluralOfAcronym(wanted, here)
              : derived ? areRelated(wanted, here, term) : wanted.forms().isFormOf(here.forms());
      return same
          && (!wanted.isAcronym() || here.isAcronym())
          && (!term.use().caseSensitive() || hasCaseOf(wanted, here));
    }

    private static boolean areRelated(Token wanted, Token here, Term term) {
      return isInName(wanted, term)
          ? wanted.forms().isMadeOfSame(here.forms())
          : wanted.forms().isRelatedTo(here.forms());
    }

    /** Whether a word is part of a name: the Chinese Dream is not the China Dream. */
    private static boolean isInName(Token wanted, Term term) {
      return Character.isUpperCase(wanted.surface().codePointAt(0)) && term.text().indexOf(' ') > 0;
    }

    private static boolean isPluralOfAcronym(Token wanted, Token here) {
      return wanted.isAcronym() && here.surface().equals(wanted.surface() + "s");
    }

    /** Whether the third word is the first two written together: "non-aligned", "nonaligned". */
    static boolean isJoined(Token first, Token second, Token whole, boolean exact) {
      String start = first.forms().word();
      String one = whole.forms().word();
      if (one.length() <= start.length() || !one.startsWith(start)) {
        return false;
      }
      String end = one.substring(start.length());
      return exact
          ? end.equals(second.forms().word())
          : second.forms().words().contains(end)
              || (end.length() > 2 && WordForms.of(end).isFormOf(second.forms()));
    }

    /** Whether upper and lower case agree in the letters that both have in common. */
    private static boolean hasCaseOf(Token wanted, Token here) {
      int length = Math.min(wanted.surface().length(), here.surface().length());
      for (int i = 0; i < length; i++) {
        char ours = wanted.surface().charAt(i);
        char theirs = here.surface().charAt(i);
        boolean sameLetter = Character.toLowerCase(ours) == Character.toLowerCase(theirs);
        if (sameLetter && Character.isUpperCase(ours) != Character.isUpperCase(theirs)) {
          return false;
        }
      }
      return true;
    }
  }
}
