package ballast.check;

import ballast.bitext.Finding;
import ballast.bitext.Severity;
import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A number of one text that the other does not have. Where both have one of a kind that the other
 * does not, one was mistaken for the other; where only one has, only a number that nobody would
 * leave out counts.
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
  public List<Finding> check(Reading reading) {
    List<Figure> source = new ArrayList<>(reading.sourceFigures());
    List<Figure> target = new ArrayList<>(reading.targetFigures());
    List<Figure> sourceOnly = source.stream().filter(f -> f.isMissingIn(target)).toList();
    List<Figure> targetOnly =
        new ArrayList<>(target.stream().filter(f -> f.isMissingIn(source)).toList());
    List<Finding> findings = new ArrayList<>();
    for (Figure figure : sourceOnly) {
      Figure other = targetOnly.stream().filter(figure::couldBeMeantBy).findFirst().orElse(null);
      if (other != null) {
        targetOnly.remove(other);
        findings.add(mistaken(figure, other, reading));
      } else if (figure.isWeighty()) {
        findings.add(missing(figure, reading));
      }
    }
    for (Figure figure : targetOnly) {
      if (figure.isWeighty()) {
        findings.add(added(figure, reading));
      }
    }
    return findings;
  }

  private Finding mistaken(Figure here, Figure there, Reading reading) {
    return finding(
        Severity.ERROR,
        List.of(here.span()),
        List.of(there.span()),
        here.span().of(reading.passage().source())
            + " became "
            + there.span().of(reading.passage().target()));
  }

  private Finding missing(Figure figure, Reading reading) {
    return finding(
        Severity.WARNING,
        List.of(figure.span()),
        List.of(),
        figure.span().of(reading.passage().source()) + " is missing in the translation");
  }

  private Finding added(Figure figure, Reading reading) {
    return finding(
        Severity.WARNING,
        List.of(),
        List.of(figure.span()),
        figure.span().of(reading.passage().target()) + " is not in the source");
  }

  private Finding finding(Severity how, List<Span> source, List<Span> target, String message) {
    return new Finding(id(), how, source, target, message, List.of(), /* term= */ "");
  }
}
