package ballast.glossary;

import ballast.glossary.EnglishText.Break;
import ballast.glossary.EnglishText.Token;
import java.util.ArrayList;
import java.util.List;

/** An English term made ready for looking for it. Immutable. */
public final class TermPattern {

  private final Term term;
  private final List<Token> words;

  /** The words that say something; all of them if none does. */
  private final List<Token> content;

  /** To which part of the term each of {@link #content} belongs; parts come in order. */
  private final int[] clauses;

  private final List<Token> withoutDeterminers;

  /** Where each of {@link #content} stands among {@link #words}. */
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
    List<Token> others = words.stream().filter(token -> !token.isDeterminer()).toList();
    this.withoutDeterminers = others.isEmpty() ? words : others;
  }

  Term term() {
    return term;
  }

  List<Token> words() {
    return words;
  }

  /** Its words without articles and the like; all of them if it has no others. */
  List<Token> withoutDeterminers() {
    return withoutDeterminers;
  }

  /** Whether it can begin with a word; a quick look before a search. */
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

  /** Whether a text has each of its words in some form; if not, it does not stand there plainly. */
  public boolean mayBeIn(EnglishText text) {
    return wordsThatMayBeIn(text) == content.size();
  }

  /** How many of its content words a text may have, as far as single words tell. */
  int wordsThatMayBeIn(EnglishText text) {
    int count = 0;
    for (Token token : content) {
      count += text.mayHave(token.forms()) ? 1 : 0;
    }
    return count;
  }

  /** Whether a text may have words of it written as one ("nonaligned"), or one of them as two. */
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

  /** How many of its words say something. */
  public int contentWords() {
    return content.size();
  }

  /**
   * What each of the words that say something can be a form of: a text that has none of one of them
   * does not have the term.
   */
  public List<List<String>> wordForms() {
    return content.stream().map(token -> token.forms().words()).toList();
  }

  int clause(int contentWord) {
    return clauses[contentWord];
  }

  /** Whether it has an "and". */
  boolean isCoordinated() {
    return coordinated;
  }

  /** Whether its words stand side by side there, so that none may come between them. */
  boolean isAdjacent(int contentWord, int next) {
    return places[next] == places[contentWord] + 1;
  }
}
