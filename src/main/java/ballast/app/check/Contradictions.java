package ballast.app.check;

import ballast.app.Notices;
import ballast.glossary.Concept;
import ballast.glossary.Glossary;
import ballast.glossary.Term;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

final class Contradictions {

  private Contradictions() {}

  /** Warns of renderings that one row allows and another forbids; {@code check} accepts them. */
  static void warn(Glossary glossary, Notices notices) {
    Set<String> found = new TreeSet<>();
    for (Concept concept : glossary.concepts()) {
      for (Term forbidden : concept.forbidden()) {
        for (String zh : concept.zhForms()) {
          allowing(glossary, zh, concept, forbidden)
              .ifPresent(term -> found.add("\"" + term.text() + "\" for " + zh));
        }
      }
    }
    if (!found.isEmpty()) {
      notices.warn(
          "the glossary allows and forbids "
              + found.iterator().next()
              + (found.size() == 1 ? "" : " (and " + (found.size() - 1) + " more renderings)")
              + ": it passes; ballast glossary lint names the rows");
    }
  }

  private static Optional<Term> allowing(
      Glossary glossary, String zh, Concept forbidding, Term forbidden) {
    String text = forbidden.text().toLowerCase(Locale.ROOT);
    return glossary.judgedTogether(zh).stream()
        .filter(other -> meet(other.scope().domains(), forbidding.scope().domains()))
        .filter(other -> meet(other.scope().projects(), forbidding.scope().projects()))
        .flatMap(other -> other.allowed().stream())
        .filter(term -> term.text().toLowerCase(Locale.ROOT).equals(text))
        .findFirst();
  }

  private static boolean meet(List<String> one, List<String> other) {
    return one.isEmpty() || other.isEmpty() || !Collections.disjoint(one, other);
  }
}
