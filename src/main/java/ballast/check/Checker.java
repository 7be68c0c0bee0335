package ballast.check;

import ballast.bitext.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies rules to pairs of texts and collects their findings. For one thread. */
public final class Checker {

  /** The most findings of one rule that are listed for one pair. */
  private static final int MAX_OF_A_RULE = 50;

  private final TermJudge judge;
  private final List<UnitRule> unitRules = new ArrayList<>();
  private final List<Surveying> surveys = new ArrayList<>();
  private final List<CheckedPair<Passage>> waiving = new ArrayList<>();
  private final List<LocatedFinding> found = new ArrayList<>();
  private int passages;
  private int skipped;

  /** A rule and its survey of the pairs so far. */
  private record Surveying(CorpusRule rule, CorpusRule.Survey survey) {}

  /**
   * @param rules the rules to apply to every pair
   */
  public Checker(TermJudge judge, List<Rule> rules) {
    this.judge = judge;
    for (Rule rule : rules) {
      if (rule instanceof UnitRule unitRule) {
        unitRules.add(unitRule);
      } else if (rule instanceof CorpusRule corpusRule) {
        surveys.add(new Surveying(corpusRule, corpusRule.survey()));
      }
    }
  }

  /**
   * Checks a pair. A pair that is not in Chinese and English is only counted. If the source text is
   * blank, only the rules that need none are applied.
   *
   * @return the analysed pair; empty when it was only counted
   */
  public Optional<PairReading> check(CheckedPair<Passage> place) {
    if (!place.value().isChineseAndEnglish()) {
      skipped++;
      return Optional.empty();
    }
    passages++;
    if (!place.value().waivers().isEmpty()) {
      waiving.add(place);
    }
    PairReading reading = new PairReading(place.value(), judge);
    boolean translated = !place.value().target().isBlank();
    boolean alone = place.value().source().isBlank();
    for (UnitRule rule : unitRules) {
      if ((!translated && !rule.looksAtMissingTranslations()) || (alone && rule.needsSource())) {
        continue;
      }
      for (Finding finding : listed(outsideCode(rule.check(reading), place.value().code()))) {
        found.add(new LocatedFinding(finding, place));
      }
    }
    for (Surveying surveying : surveys) {
      if (translated && !(alone && surveying.rule().needsSource())) {
        surveying.survey().see(reading, place);
      }
    }
    return Optional.of(reading);
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

  /** The number of pairs checked. */
  public int passages() {
    return passages;
  }

  /** The number of pairs not checked because they are in other languages. */
  public int skipped() {
    return skipped;
  }

  /** The pairs that have waivers, in their order. */
  public List<CheckedPair<Passage>> waiving() {
    return List.copyOf(waiving);
  }

  /** All findings, waived or not, in {@link LocatedFinding#ORDER}. */
  public List<LocatedFinding> findings() {
    List<LocatedFinding> all = new ArrayList<>(found);
    surveys.forEach(surveying -> all.addAll(surveying.survey().findings()));
    all.sort(LocatedFinding.ORDER);
    return all;
  }
}
