package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.TermReading.TermEvidence;
import java.util.ArrayList;
import java.util.List;

/** Finds terms of the glossary left in the English text in Chinese characters or in pinyin. */
final class TermUntranslated implements UnitRule {

  @Override
  public String id() {
    return "term-untranslated";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "a Chinese term is left in the English text, in characters or pinyin";
  }

  @Override
  public List<Finding> check(PairReading reading) {
    List<Finding> findings = new ArrayList<>();
    for (TermReading term : reading.terms()) {
      if (!term.entry().allowed().isEmpty()) {
        term.left().forEach(left -> findings.add(finding(term, left, reading)));
      }
    }
    return findings;
  }

  private Finding finding(TermReading term, Span left, PairReading reading) {
    String better = term.entry().allowed().get(0).text();
    String message =
        '"' + left.of(reading.english()) + "\" was left untranslated; " + term.entry().zh();
    return reading.finding(
        this,
        new TermEvidence(
            term.entry().id(),
            term.chinese(),
            List.of(left),
            reading.isIntoEnglish() ? List.of(better) : List.of()),
        message + " is \"" + better + '"');
  }
}
