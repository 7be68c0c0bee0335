package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.TermReading.TermEvidence;
import ballast.glossary.Term;
import ballast.glossary.TermMatcher.Nearness;
import ballast.glossary.TermMatcher.TermMatch;
import ballast.language.WhiteSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

  /** Suggests replacements for a rendering, in its number and with its capital if that is safe. */
  private static final class Suggestions {

    private static final int MAX_SUGGESTIONS = 3;

    private Suggestions() {}

    /**
     * The allowed terms in the form of the replaced one, best first.
     *
     * @param match the rendering to replace
     * @param found the same as written
     */
    static List<String> instead(List<Term> allowed, TermMatch match, String found) {
      List<String> suggestions = new ArrayList<>();
      for (Term term : allowed) {
        String text = inflected(term.text(), match, found);
        if (!suggestions.contains(text) && suggestions.size() < MAX_SUGGESTIONS) {
          suggestions.add(text);
        }
      }
      return suggestions;
    }

    private static String inflected(String term, TermMatch match, String found) {
      String text = term;
      if (match.nearness() != Nearness.EXACT && isPlural(match.term().text(), found)) {
        text = FixedForm.plural(term).orElse(term);
      }
      boolean capital =
          Character.isUpperCase(found.charAt(0))
              && !Character.isUpperCase(match.term().text().charAt(0));
      return capital ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) : text;
    }

    private static boolean isPlural(String singular, String found) {
      String lower = found.toLowerCase(Locale.ROOT);
      String base = singular.toLowerCase(Locale.ROOT);
      return FixedForm.plural(base).filter(lower::equals).isPresent();
    }
  }
}
