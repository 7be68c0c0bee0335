package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.TermReading.TermEvidence;
import ballast.glossary.Term;
import java.util.ArrayList;
import java.util.List;

final class TermMissing implements UnitRule {

  private static final int NAMED = 3;

  @Override
  public String id() {
    return "term-missing";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "a Chinese term is not translated as the glossary says";
  }

  @Override
  public List<Finding> check(PairReading reading) {
    List<Finding> findings = new ArrayList<>();
    for (TermReading term : reading.terms()) {
      List<Term> allowed = term.entry().allowed();
      reading.variant(term).ifPresent(place -> findings.add(variant(term, place, reading)));
      if (!term.rendered()
          && !allowed.isEmpty()
          && term.forbidden().isEmpty()
          && term.left().isEmpty()) {
        List<Span> nearest = reading.judge().nearest(term, reading.terms(), reading.texts());
        TermEvidence evidence =
            new TermEvidence(
                term.entry().id(),
                term.chinese(),
                nearest,
                reading.isIntoEnglish() ? texts(allowed) : List.of());
        Finding finding = reading.finding(this, evidence, message(term, nearest, reading));
        boolean leftOut = reading.judge().isLeftOut(term, nearest, reading.texts());
        findings.add(leftOut ? finding.with(Severity.INFO) : finding);
      }
    }
    return findings;
  }

  private Finding variant(TermReading term, Span place, PairReading reading) {
    TermEvidence evidence =
        new TermEvidence(term.entry().id(), term.chinese(), List.of(place), List.of());
    String message =
        "%s stands here %d times, %d as the glossary says; nearest for the rest: \"%s\""
            .formatted(
                term.entry().zh(),
                term.chinese().size(),
                term.timesRendered(),
                place.of(reading.english()));
    return reading.finding(this, evidence, message).with(Severity.WARNING);
  }

  private static List<String> texts(List<Term> terms) {
    return terms.stream().map(Term::text).distinct().limit(NAMED).toList();
  }

  private static String message(TermReading term, List<Span> nearest, PairReading reading) {
    StringBuilder message = new StringBuilder(term.entry().zh()).append(" is ");
    List<String> texts = texts(term.entry().allowed());
    for (int i = 0; i < texts.size(); i++) {
      message.append(i == 0 ? "" : " or ").append('"').append(texts.get(i)).append('"');
    }
    message.append(term.allowed().isEmpty() ? ", which is missing" : ", which another term has");
    if (!nearest.isEmpty()) {
      message.append("; nearest: \"").append(nearest.get(0).of(reading.english())).append('"');
    }
    return message.toString();
  }
}
