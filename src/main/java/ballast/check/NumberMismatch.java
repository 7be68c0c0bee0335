package ballast.check;

import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.number.ComparedNumber;
import ballast.check.number.NumberMatching;
import ballast.check.number.RelativeReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds numbers of one text that the other does not have. If both texts have a leftover number of
 * one kind, one was mistaken for the other; if only one text has one, it counts only if a
 * translator would never leave it out.
 */
final class NumberMismatch implements UnitRule {

  private static final int MAX_LEAD = 24;

  /** Before an amount of money in brackets: (about US$. */
  private static final Pattern CONVERTED_MONEY = Pattern.compile("[(（][^()（）0-9]*[$€£¥￥] ?$");

  private static final Pattern BEGINNING_OF_NAME = Pattern.compile(" \\p{Lu}\\p{Ll}+");

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
    List<ComparedNumber> source = reading.sourceNumbers();
    List<ComparedNumber> target = reading.targetNumbers();
    NumberMatching matching = NumberMatching.of(source, target);
    String sourceText = reading.passage().source();
    String targetText = reading.passage().target();
    List<Finding> findings = new ArrayList<>();
    for (NumberMatching.Mistake mistake : matching.mistakes()) {
      findings.add(
          finding(
              mistake.severity(),
              new Finding.Spans(List.of(mistake.source()), List.of(mistake.target())),
              mistake.source().of(sourceText) + " became " + mistake.target().of(targetText)));
    }
    for (ComparedNumber number : matching.missing()) {
      Finding.Spans spans = Finding.Spans.inSource(number.span());
      String message = number.span().of(sourceText) + " is missing in the translation";
      addAlone(
          number, finding(how(number, sourceText, targetText, target), spans, message), findings);
    }
    for (ComparedNumber number : matching.added()) {
      Finding.Spans spans = Finding.Spans.inTarget(List.of(number.span()));
      String message = number.span().of(targetText) + " is not in the source";
      addAlone(
          number, finding(how(number, targetText, sourceText, source), spans, message), findings);
    }
    return joined(findings);
  }

  private static void addAlone(ComparedNumber number, Finding finding, List<Finding> findings) {
    if (number.isWeighty()) {
      findings.add(finding);
    }
  }

  /**
   * A number in words is probably a figure of speech where the other text has no number at all, an
   * amount near one of the other text a coarse conversion, money in brackets a converted price, a
   * number between two others what a range leaves out, and the number of an article what a relative
   * reference (前條, 第一項) stands for.
   */
  private static Severity how(
      ComparedNumber number, String text, String otherText, List<ComparedNumber> others) {
    boolean digits = number.number().span().of(text).chars().anyMatch(Character::isDigit);
    boolean figure = digits || !others.isEmpty();
    Span span = number.number().span();
    String lead = text.substring(Math.max(0, span.start() - MAX_LEAD), span.start());
    return figure
            && !CONVERTED_MONEY.matcher(lead).find()
            && !isInName(text, span)
            && others.stream().noneMatch(number::isNear)
            && !number.isBetweenNeighbours(others)
            && !RelativeReference.standsFor(number, text, otherText, others)
        ? Severity.WARNING
        : Severity.INFO;
  }

  /** Whether a number is a part of a name that Chinese has without it: the 228 Incident. */
  private static boolean isInName(String text, Span number) {
    return text.startsWith("the ", number.start() - 4)
        && BEGINNING_OF_NAME.matcher(text).region(number.end(), text.length()).lookingAt();
  }

  /** Joins findings with one message: a number may be wrong in several places. */
  private static List<Finding> joined(List<Finding> findings) {
    Map<String, List<Finding>> byMessage = new LinkedHashMap<>();
    for (Finding finding : findings) {
      byMessage
          .computeIfAbsent(finding.severity() + finding.message(), key -> new ArrayList<>(1))
          .add(finding);
    }
    return byMessage.values().stream().map(NumberMismatch::together).toList();
  }

  private static Finding together(List<Finding> all) {
    Finding one = all.get(0);
    if (all.size() == 1) {
      return one;
    }
    Finding.Spans spans =
        new Finding.Spans(
            places(all, finding -> finding.spans().source()),
            places(all, finding -> finding.spans().target()));
    return new Finding(one.rule(), one.severity(), spans, one.message(), List.of(), one.term());
  }

  private static List<Span> places(List<Finding> all, Function<Finding, List<Span>> side) {
    return all.stream().flatMap(one -> side.apply(one).stream()).distinct().sorted().toList();
  }

  private Finding finding(Severity how, Finding.Spans spans, String message) {
    return new Finding(id(), how, spans, message, List.of(), /* term= */ "");
  }
}
