package ballast.revise;

import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The effects of one pair's edits on terms. */
final class TermEffects {

  private final List<TermEffect> effects = new ArrayList<>();

  /** Compares the problems before and after; problems of one concept are matched in order. */
  TermEffects(List<TermProblem> before, List<TermProblem> after) {
    List<TermProblem> fixed = new ArrayList<>(before);
    for (TermProblem problem : after) {
      boolean open = removeOne(fixed, problem.concept());
      effects.add(
          new TermEffect(open ? TermEffect.Kind.OPEN : TermEffect.Kind.INTRODUCED, problem));
    }
    fixed.forEach(problem -> effects.add(new TermEffect(TermEffect.Kind.FIXED, problem)));
  }

  private static boolean removeOne(List<TermProblem> problems, String concept) {
    for (int i = 0; i < problems.size(); i++) {
      if (problems.get(i).concept().equals(concept)) {
        problems.remove(i);
        return true;
      }
    }
    return false;
  }

  List<TermEffect> effects() {
    return effects;
  }

  /** The same edits; those that caused or fixed a problem get the class {@link EditClass#TERM}. */
  List<Edit> classify(List<Edit> edits) {
    return edits.stream()
        .map(edit -> isOfTerm(edit) ? edit.withClass(EditClass.TERM) : edit)
        .toList();
  }

  private boolean isOfTerm(Edit edit) {
    boolean open = edit.editClass() == EditClass.WORDING || edit.editClass() == EditClass.NAME;
    return open && effects.stream().anyMatch(effect -> touches(edit, effect));
  }

  private static boolean touches(Edit edit, TermEffect effect) {
    TermProblem problem = effect.problem();
    boolean fixed = effect.kind() == TermEffect.Kind.FIXED;
    if (!problem.span().isEmpty()) {
      return overlaps(fixed ? edit.old() : edit.revised(), problem.span());
    }
    // A missing term has no place, so the edit is searched for the expected term.
    return switch (effect.kind()) {
      case FIXED -> mentions(edit.newText(), problem);
      case INTRODUCED -> mentions(edit.oldText(), problem);
      case OPEN -> false;
    };
  }

  private static boolean overlaps(Span one, Span other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  /** Whether a text has a word of an expected term; the whole term may extend beyond the edit. */
  private static boolean mentions(String text, TermProblem problem) {
    String lower = text.toLowerCase(Locale.ROOT);
    return problem.expected().stream()
        .flatMap(term -> Arrays.stream(term.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")))
        .anyMatch(word -> word.length() > 3 && lower.contains(stem(word)));
  }

  private static String stem(String word) {
    return word.length() > 5 ? word.substring(0, word.length() - 2) : word;
  }
}
