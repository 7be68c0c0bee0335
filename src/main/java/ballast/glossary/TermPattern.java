package ballast.glossary;

import ballast.glossary.EnglishText.Break;
import ballast.glossary.EnglishText.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An English term made ready for looking for it. Immutable. */
public final class TermPattern {

  private final Term term;
  private final List<Token> words;

  /** The words that say something; all of them if none does. */
  private final List<Token> content;

  /** To which part of the term each of {@link #content} belongs; parts come in order. */
  private final int[] clauses;

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
  }

  Term term() {
    return term;
  }

  List<Token> words() {
    return words;
  }

  /** Its words without articles and the like; all of them if it has no others. */
  List<Token> withoutDeterminers() {
    List<Token> others = words.stream().filter(token -> !token.isDeterminer()).toList();
    return others.isEmpty() ? words : others;
  }

  List<Token> content() {
    return content;
  }

  /** How many of its words say something. */
  public int contentWords() {
    return content.size();
  }

  /** What its longest word can be a form of: a text without any of them does not have the term. */
  public List<String> rarestWord() {
    return content.stream()
        .max(Comparator.comparingInt(token -> token.forms().word().length()))
        .map(token -> token.forms().words())
        .orElse(List.of());
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
    return words.indexOf(content.get(next)) == words.indexOf(content.get(contentWord)) + 1;
  }
}
