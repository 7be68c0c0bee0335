package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.glossary.Concept;
import ballast.glossary.TermMatcher.TermMatch;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds English renderings without their Chinese term in the source. Only a hint, because the
 * translator may have meant another word.
 */
final class TermReverse implements UnitRule {

  @Override
  public String id() {
    return "term-reverse";
  }

  @Override
  public Severity severity() {
    return Severity.INFO;
  }

  @Override
  public String summary() {
    return "a rendering stands in the English text whose term does not stand in the Chinese";
  }

  @Override
  public List<Finding> check(PairReading reading) {
    List<Finding> findings = new ArrayList<>();
    List<RenderingIndex.Found> renderings =
        reading.judge().phrases(reading.englishText(), concepts -> !reading.hasOneOf(concepts));
    for (RenderingIndex.Found found : renderings) {
      if (renderings.stream().noneMatch(other -> found.match().isInside(other.match()))
          && isNobodyElses(found.match().span(), reading)) {
        Concept concept = found.concepts().get(0);
        String message =
            '"'
                + found.match().span().of(reading.english())
                + "\" is "
                + concept.zhForms().get(0)
                + ", which the Chinese text does not have";
        findings.add(
            reading.finding(this, concept.id(), List.of(), List.of(found.match().span()), message));
      }
    }
    return findings;
  }

  /** Whether these words are in no rendering of a term in the Chinese text. */
  private static boolean isNobodyElses(Span span, PairReading reading) {
    return reading.terms().stream()
        .flatMap(term -> term.allowed().stream())
        .map(TermMatch::span)
        .noneMatch(other -> other.contains(span));
  }
}
