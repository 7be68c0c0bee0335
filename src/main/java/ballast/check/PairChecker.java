package ballast.check;

import ballast.bitext.Span;
import ballast.check.term.TermJudge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Applies rules to each pair of texts by itself. Of the rules that compare pairs it gives the
 * findings that one pair shows alone, and the traits that are to be compared: by {@link Checker} if
 * one process has all pairs, else by {@link PairComparison}. Thread-safe.
 */
public final class PairChecker {

  /** The most findings of one rule that are listed for one pair. */
  private static final int MAX_OF_A_RULE = 50;

  private final TermJudge judge;
  private final List<UnitRule> unitRules = new ArrayList<>();
  private final List<CorpusRule> corpusRules = new ArrayList<>();

  /**
   * What a pair shows.
   *
   * @param findings in {@link LocatedFinding#ORDER}
   * @param traits what is to be compared with other pairs, in the order of the rules and of the
   *     text
   */
  public record Result(List<LocatedFinding> findings, List<Trait> traits) {

    public Result {
      findings = List.copyOf(findings);
      traits = List.copyOf(traits);
    }
  }

  /**
   * @param rules the rules to apply to every pair
   */
  public PairChecker(TermJudge judge, List<Rule> rules) {
    this.judge = judge;
    for (Rule rule : rules) {
      if (rule instanceof UnitRule unitRule) {
        unitRules.add(unitRule);
      } else if (rule instanceof CorpusRule corpusRule) {
        corpusRules.add(corpusRule);
      }
    }
  }

  /** Checks a pair; nothing is found in a pair that is not in Chinese and English. */
  public Result check(CheckedPair<Passage> place) {
    PairReading reading = read(place).orElse(null);
    if (reading == null) {
      return new Result(List.of(), List.of());
    }
    List<LocatedFinding> findings = new ArrayList<>(findings(reading, place));
    findings.sort(LocatedFinding.ORDER);
    return new Result(
        findings,
        corpusRules.stream()
            .filter(rule -> isFor(rule, place.value()))
            .flatMap(rule -> rule.traits(reading).stream())
            .toList());
  }

  /** The pair to be analysed; empty if it is not in Chinese and English. */
  Optional<PairReading> read(CheckedPair<Passage> place) {
    return place.value().isChineseAndEnglish()
        ? Optional.of(new PairReading(place.value(), judge))
        : Optional.empty();
  }

  List<CorpusRule> corpusRules() {
    return List.copyOf(corpusRules);
  }

  /** Whether a rule that compares pairs looks at this one. */
  static boolean isFor(CorpusRule rule, Passage passage) {
    return !passage.target().isBlank() && !(passage.source().isBlank() && rule.needsSource());
  }

  /** The findings in one pair, in the order of the rules. */
  List<LocatedFinding> findings(PairReading reading, CheckedPair<Passage> place) {
    Passage passage = place.value();
    boolean translated = !passage.target().isBlank();
    boolean alone = passage.source().isBlank();
    List<LocatedFinding> found = new ArrayList<>();
    for (UnitRule rule : unitRules) {
      if ((!translated && !rule.looksAtMissingTranslations()) || (alone && rule.needsSource())) {
        continue;
      }
      for (Finding finding : listed(outsideCode(rule.check(reading), passage.code()))) {
        found.add(new LocatedFinding(finding, place));
      }
    }
    for (CorpusRule rule : corpusRules) {
      if (isFor(rule, passage)) {
        rule.alone(reading).forEach(finding -> found.add(new LocatedFinding(finding, place)));
      }
    }
    return found;
  }

  /** Without the findings all of whose spans lie in program code. */
  private static List<Finding> outsideCode(List<Finding> all, Finding.Spans code) {
    if (code.source().isEmpty() && code.target().isEmpty()) {
      return all;
    }
    return all.stream().filter(finding -> !isInside(finding.spans(), code)).toList();
  }

  private static boolean isInside(Finding.Spans spans, Finding.Spans code) {
    boolean any = !spans.source().isEmpty() || !spans.target().isEmpty();
    return any
        && isInside(spans.source(), code.source())
        && isInside(spans.target(), code.target());
  }

  private static boolean isInside(List<Span> spans, List<Span> code) {
    return spans.stream().allMatch(span -> code.stream().anyMatch(one -> one.contains(span)));
  }

  /**
   * Limits the findings of a rule in a pair; the message of the last one listed gives the number of
   * the rest.
   */
  private static List<Finding> listed(List<Finding> all) {
    if (all.size() <= MAX_OF_A_RULE + 1) {
      return all;
    }
    List<Finding> listed = new ArrayList<>(all.subList(0, MAX_OF_A_RULE));
    Finding last = all.get(MAX_OF_A_RULE);
    int more = all.size() - MAX_OF_A_RULE - 1;
    listed.add(
        new Finding(
            last.rule(),
            last.severity(),
            last.spans(),
            "%s (and %d more finding%s in this pair)"
                .formatted(last.message(), more, more == 1 ? "" : "s"),
            List.of(),
            last.term()));
    return listed;
  }
}
