package ballast.check;

import ballast.check.PairChecker.Unchecked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies rules to pairs of texts and collects their findings. For one thread. */
public final class Checker {

  private final PairChecker pairs;
  private final List<Surveying> surveys = new ArrayList<>();
  private final List<CheckedPair<Passage>> waiving = new ArrayList<>();
  private final List<LocatedFinding> found = new ArrayList<>();
  private final List<Unchecked> unchecked = new ArrayList<>();
  private int passages;
  private int skipped;

  /** A rule and its survey of the pairs so far. */
  private record Surveying(CorpusRule rule, CorpusRule.Survey survey) {}

  /**
   * @param rules the rules to apply to every pair
   */
  public Checker(TermJudge judge, List<Rule> rules) {
    this.pairs = new PairChecker(judge, rules);
    pairs.corpusRules().forEach(rule -> surveys.add(new Surveying(rule, rule.survey())));
  }

  /**
   * Checks a pair. A pair that is not in Chinese and English is only counted. If the source text is
   * blank, only the rules that need none are applied.
   *
   * @return the analysed pair; empty if it was only counted, or a rule was not applied to it
   */
  public Optional<PairReading> check(CheckedPair<Passage> place) {
    PairChecker.Attempt attempt = pairs.read(place).orElse(null);
    if (attempt == null) {
      skipped++;
      return Optional.empty();
    }
    passages++;
    if (!place.value().waivers().isEmpty()) {
      waiving.add(place);
    }
    found.addAll(pairs.findings(attempt));
    for (Surveying surveying : surveys) {
      if (PairChecker.isFor(surveying.rule(), place.value())) {
        attempt.apply(surveying.rule(), () -> surveying.survey().see(attempt.reading(), place));
      }
    }
    unchecked.addAll(attempt.unchecked());
    return attempt.unchecked().isEmpty() ? Optional.of(attempt.reading()) : Optional.empty();
  }

  /** The number of pairs checked. */
  public int passages() {
    return passages;
  }

  /** The number of pairs not checked because they are in other languages. */
  public int skipped() {
    return skipped;
  }

  /** The rules that were not applied to pairs, in the order of the pairs. */
  public List<Unchecked> unchecked() {
    return List.copyOf(unchecked);
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
