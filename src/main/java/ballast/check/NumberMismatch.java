package ballast.check;

import ballast.bitext.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds numbers of one text that the other does not have. If both texts have a leftover number of
 * one kind, one was mistaken for the other; if only one text has one, it counts only if a
 * translator would never leave it out.
 */
final class NumberMismatch implements UnitRule {

  @Override
  public String id() {
    return "number-mismatch";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "a number, percentage or date differs between the texts";
  }

  @Override
  public List<Finding> check(PairReading reading) {
    List<ComparedNumber> source = new ArrayList<>(reading.sourceNumbers());
    List<ComparedNumber> target = new ArrayList<>(reading.targetNumbers());
    List<ComparedNumber> sourceOnly = source.stream().filter(f -> f.isMissingIn(target)).toList();
    List<ComparedNumber> targetOnly =
        new ArrayList<>(target.stream().filter(f -> f.isMissingIn(source)).toList());
    List<Finding> findings = new ArrayList<>();
    List<ComparedNumber> unpaired = new ArrayList<>();
    for (ComparedNumber number : sourceOnly) {
      Optional<ComparedNumber> other =
          targetOnly.stream().filter(number::couldBeMeantBy).findFirst();
      if (other.isPresent()) {
        targetOnly.remove(other.get());
        findings.add(mistaken(number, other.get(), Severity.ERROR, reading));
      } else {
        unpaired.add(number);
      }
    }
    doubtful(unpaired, targetOnly, findings, reading);
    unpaired.stream()
        .filter(ComparedNumber::isWeighty)
        .forEach(f -> findings.add(missing(f, reading)));
    targetOnly.stream()
        .filter(ComparedNumber::isWeighty)
        .forEach(f -> findings.add(added(f, reading)));
    return findings;
  }

  /** Reports a single leftover number in words on each side as a hint. */
  private void doubtful(
      List<ComparedNumber> source,
      List<ComparedNumber> target,
      List<Finding> findings,
      PairReading reading) {
    if (source.size() == 1 && target.size() == 1 && source.get(0).mightBeMeantBy(target.get(0))) {
      findings.add(mistaken(source.get(0), target.get(0), Severity.INFO, reading));
      source.clear();
      target.clear();
    }
  }

  private Finding mistaken(
      ComparedNumber sourceNumber, ComparedNumber targetNumber, Severity how, PairReading reading) {
    return finding(
        how,
        new Finding.Spans(List.of(sourceNumber.span()), List.of(targetNumber.span())),
        sourceNumber.span().of(reading.passage().source())
            + " became "
            + targetNumber.span().of(reading.passage().target()));
  }

  private Finding missing(ComparedNumber number, PairReading reading) {
    return finding(
        Severity.WARNING,
        Finding.Spans.inSource(number.span()),
        number.span().of(reading.passage().source()) + " is missing in the translation");
  }

  private Finding added(ComparedNumber number, PairReading reading) {
    return finding(
        Severity.WARNING,
        Finding.Spans.inTarget(List.of(number.span())),
        number.span().of(reading.passage().target()) + " is not in the source");
  }

  private Finding finding(Severity how, Finding.Spans spans, String message) {
    return new Finding(id(), how, spans, message, List.of(), /* term= */ "");
  }
}
