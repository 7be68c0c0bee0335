package ballast.mine;

import ballast.mine.KnownTerms.Use;
import ballast.mine.KnownTerms.Uses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The longer phrases in which a term occurs. */
final class Contexts {

  /**
   * If the same character stands beside a phrase in more than this share of its places, the phrase
   * is a part of a longer one.
   */
  private static final double PART = 0.75;

  private final Uses uses;
  private final Map<String, Context> phrases = new HashMap<>();

  /** A longer phrase with its counts. */
  static final class Context {

    /** The pairs that have the term only in this phrase, ascending. */
    final List<Integer> inside = new ArrayList<>(1);

    /**
     * The pairs that have the term elsewhere too: in these it is unknown which occurrence lacks its
     * rendering.
     */
    final List<Integer> mixed = new ArrayList<>(0);

    private final Map<Integer, Integer> left = new HashMap<>(2);
    private final Map<Integer, Integer> right = new HashMap<>(2);
    private int places;

    /** Whether its neighbours vary, so that it is not just a part of a longer phrase or word. */
    boolean isWhole() {
      return isFree(left) && isFree(right);
    }

    private boolean isFree(Map<Integer, Integer> neighbours) {
      return neighbours.entrySet().stream()
          .noneMatch(one -> one.getKey() != 0 && one.getValue() >= PART * places);
    }
  }

  Contexts(Uses uses) {
    this.uses = uses;
    uses.all.forEach(this::see);
  }

  private void see(Use use) {
    Set<String> some = new HashSet<>();
    Set<String> all = new HashSet<>();
    for (int i = 0; i < use.contexts().size(); i++) {
      Set<String> contextPhrases = new HashSet<>();
      for (TermContext.Phrase phrase : use.contexts().get(i).phrases()) {
        Context context = phrases.computeIfAbsent(phrase.text(), text -> new Context());
        context.places++;
        context.left.merge(phrase.left(), 1, Integer::sum);
        context.right.merge(phrase.right(), 1, Integer::sum);
        contextPhrases.add(phrase.text());
      }
      some.addAll(contextPhrases);
      if (i == 0) {
        all.addAll(contextPhrases);
      } else {
        all.retainAll(contextPhrases);
      }
    }
    for (String phrase : some) {
      Context context = phrases.get(phrase);
      if (context != null) {
        (all.contains(phrase) ? context.inside : context.mixed).add(use.pair());
      }
    }
  }

  Uses uses() {
    return uses;
  }

  /** Keyed by phrase, in simplified characters. */
  Map<String, Context> phrases() {
    return phrases;
  }

  /** The longer phrases that occur in most of these pairs. */
  List<String> around(List<Integer> pairs) {
    Set<Integer> wanted = new HashSet<>(pairs);
    double minPairs = PART * wanted.size();
    List<String> around = new ArrayList<>();
    phrases.forEach(
        (phrase, one) -> {
          if (one.inside.size() + one.mixed.size() >= minPairs
              && count(one.inside, wanted) + count(one.mixed, wanted) >= minPairs) {
            around.add(phrase);
          }
        });
    return around;
  }

  /** How the pairs that have the term only in this phrase mostly write it. */
  String written(String phrase) {
    Context context = phrases.get(phrase);
    Set<Integer> inside = context == null ? Set.of() : Set.copyOf(context.inside);
    WrittenForms forms = new WrittenForms();
    for (Use use : uses.all) {
      if (inside.contains(use.pair())) {
        use.contexts().stream()
            .flatMap(one -> one.phrases().stream())
            .filter(one -> one.text().equals(phrase))
            .forEach(one -> forms.add(one.written()));
      }
    }
    return forms.commonest().orElse(phrase);
  }

  static int count(List<Integer> pairs, Set<Integer> wanted) {
    return (int) pairs.stream().filter(wanted::contains).count();
  }
}
