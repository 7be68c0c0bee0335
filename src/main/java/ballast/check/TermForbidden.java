package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.term.TermEvidence;
import ballast.check.term.TermReading;
import ballast.glossary.Term;
import ballast.glossary.TermMatch;
import ballast.language.WhiteSpace;
import java.util.ArrayList;
import java.util.List;

/** Finds renderings that the glossary forbids. */
final class TermForbidden implements UnitRule {

  @Override
  public String id() {
    return "term-forbidden";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "a term is translated in a way that the glossary forbids";
  }

  @Override
  public boolean needsSource() {
    return false;
  }

  @Override
  public List<Finding> check(PairReading reading) {
    List<Finding> findings = new ArrayList<>();
    for (TermReading term : reading.terms()) {
      List<Span> seen = new ArrayList<>();
      for (TermMatch match : term.forbidden()) {
        if (seen.stream().noneMatch(span -> span.contains(match.span()))) {
          seen.add(match.span());
          findings.add(finding(term, match, reading));
        }
      }
    }
    for (TermMatch match : reading.judge().forbiddenEverywhere(reading.texts())) {
      String id = reading.judge().idOfForbidden(match.term());
      TermEvidence evidence = new TermEvidence(id, List.of(), List.of(match.span()), List.of());
      String message = '"' + match.span().of(reading.english()) + "\" is not to be used";
      findings.add(reading.finding(this, evidence, message + note(match.term())));
    }
    return findings;
  }

  private Finding finding(TermReading term, TermMatch match, PairReading reading) {
    String found = match.span().of(reading.english());
    List<String> better =
        reading.isIntoEnglish()
            ? Suggestions.instead(term.entry().allowed(), match, found)
            : List.of();
    String message = '"' + found + "\" is not to be used for " + term.entry().zh();
    if (!better.isEmpty()) {
      message += "; use \"" + better.get(0) + '"';
    }
    return reading.finding(
        this,
        new TermEvidence(term.entry().id(), term.chinese(), List.of(match.span()), better),
        message + note(match.term()));
  }

  private static String note(Term term) {
    String note = WhiteSpace.collapse(term.remarks().note());
    return note.isEmpty() ? "" : " (" + note + ")";
  }
}
