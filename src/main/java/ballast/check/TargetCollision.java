package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.Occurrence.Trait;
import ballast.check.TermReading.TermEvidence;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds one English rendering used for several Chinese terms. If it is in the glossary for only one
 * of them, each use is a warning. If it is there for both and both occur, there is one hint.
 */
final class TargetCollision implements CorpusRule {

  @Override
  public String id() {
    return "target-collision";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "one English rendering stands for several Chinese terms";
  }

  @Override
  public List<Trait> traits(PairReading reading) {
    List<Trait> traits = new ArrayList<>();
    for (TermReading term : reading.terms()) {
      if (term.rendered()) {
        traits.add(new Trait(id(), CorpusRule.rendering(term), term.entry().id(), term));
      }
    }
    return traits;
  }

  /** Renderings of terms absent from the Chinese text, for terms without a rendering. */
  @Override
  public List<Finding> alone(PairReading reading) {
    return reading.terms().stream()
        .filter(term -> !term.rendered() && term.allowed().isEmpty() && term.forbidden().isEmpty())
        .flatMap(term -> borrowed(term, reading).stream())
        .toList();
  }

  private Optional<Finding> borrowed(TermReading term, PairReading reading) {
    List<RenderingIndex.Found> candidates =
        reading
            .judge()
            .renderings(
                reading.englishText(),
                concepts -> isLike(term, concepts) && !reading.hasOneOf(concepts));
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    RenderingIndex.Found found = candidates.get(0);
    Concept other = found.concepts().get(0);
    Span span = found.match().span();
    return Optional.of(
        reading.finding(
            this,
            term.entry().id(),
            term.chinese(),
            List.of(span),
            '"'
                + span.of(reading.english())
                + "\" is the rendering of "
                + other.zhForms().get(0)
                + ", not of "
                + term.entry().zh()));
  }

  /** Whether two terms are similar enough to be confused: they begin or end alike. */
  private static boolean isLike(TermReading term, List<Concept> concepts) {
    String zh = term.entry().zh();
    for (Concept concept : concepts) {
      for (Term other : concept.zh()) {
        String form = other.text();
        if (form.charAt(0) == zh.charAt(0)
            || form.charAt(form.length() - 1) == zh.charAt(zh.length() - 1)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public List<Difference> compare(List<Occurrence> same) {
    Occurrence first = same.get(0);
    return same.subList(1, same.size()).stream()
        .map(use -> new Difference(use, hint(use, first), List.of(first.place())))
        .toList();
  }

  private Finding hint(Occurrence use, Occurrence first) {
    TermReading term = use.term();
    return PairReading.finding(
        use.passage(),
        id(),
        Severity.INFO,
        new TermEvidence(
            term.entry().id(), term.chinese(), List.of(use.rendering().span()), List.of()),
        '"'
            + use.rendering().term().text()
            + "\" stands for "
            + term.entry().zh()
            + " here and for "
            + first.term().entry().zh()
            + " at "
            + first.place().target().at(first.rendering().span().start()));
  }
}
