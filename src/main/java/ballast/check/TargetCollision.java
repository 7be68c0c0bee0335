package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.CorpusRule.Trait;
import ballast.check.TermReading.TermEvidence;
import ballast.glossary.Concept;
import ballast.glossary.Term;
import ballast.glossary.TermMatcher.TermMatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds one English rendering used for several Chinese terms. If the glossary has it for only one
 * of them, each use is a warning; if for both and both occur, there is one hint.
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
  public Survey survey() {
    return new Collisions();
  }

  @Override
  public List<Trait> traits(PairReading reading) {
    return reading.terms().stream()
        .filter(TermReading::rendered)
        .map(term -> trait(term, term.allowed().get(0)))
        .toList();
  }

  private Trait trait(TermReading term, TermMatch match) {
    String rendering = match.term().text().toLowerCase(Locale.ROOT);
    return new Trait(id(), rendering, term.entry().id(), term.entry().id());
  }

  /** The renderings of other terms that are not in the Chinese text, for terms that have none. */
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

  /** A rendering of a term, where it was first seen. */
  private record Use(TermReading term, TermMatch match, CheckedPair<Passage> place) {}

  private final class Collisions implements Survey {

    /** By rendering in small letters, then by concept. */
    private final Map<String, Map<String, Use>> uses = new LinkedHashMap<>();

    @Override
    public void see(PairReading reading, CheckedPair<Passage> place) {
      for (TermReading term : reading.terms()) {
        if (term.rendered()) {
          TermMatch match = term.allowed().get(0);
          Trait trait = trait(term, match);
          uses.computeIfAbsent(trait.key(), text -> new LinkedHashMap<>())
              .putIfAbsent(trait.variant(), new Use(term, match, place));
        }
      }
    }

    @Override
    public List<LocatedFinding> findings() {
      List<LocatedFinding> findings = new ArrayList<>();
      for (Map<String, Use> terms : uses.values()) {
        List<Use> all = List.copyOf(terms.values());
        for (Use use : all.subList(1, all.size())) {
          findings.add(
              new LocatedFinding(hint(use, all.get(0)), use.place(), List.of(all.get(0).place())));
        }
      }
      return findings;
    }

    private Finding hint(Use use, Use first) {
      return PairReading.finding(
          use.place().value(),
          id(),
          Severity.INFO,
          new TermEvidence(
              use.term().entry().id(),
              use.term().chinese(),
              List.of(use.match().span()),
              List.of()),
          '"'
              + use.match().term().text()
              + "\" stands for "
              + use.term().entry().zh()
              + " here and for "
              + first.term().entry().zh()
              + " at "
              + first.place().target().at(first.match().span().start()));
    }
  }
}
