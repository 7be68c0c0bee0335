package ballast.workflow.check;

import ballast.check.CheckedPair;
import ballast.check.Checker;
import ballast.check.PairReading;
import ballast.check.Passage;
import ballast.check.Rule;
import ballast.check.TermStatistics;
import ballast.check.term.TermJudge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies the rules to each pair of texts and keeps the results. */
final class CheckRun {

  private final Checker checker;
  private final TermStatistics statistics;
  private final boolean counts;
  private final boolean keeps;
  private final List<CheckedPair<Passage>> pairs = new ArrayList<>();

  /**
   * @param counts whether terms are counted
   * @param keeps whether the pairs are kept, all of them in memory
   */
  CheckRun(TermJudge judge, List<Rule> rules, boolean counts, boolean keeps) {
    this.checker = new Checker(judge, rules);
    this.statistics = new TermStatistics(judge);
    this.counts = counts;
    this.keeps = keeps;
  }

  void see(CheckedPair<Passage> place) {
    Optional<PairReading> reading = checker.check(place);
    if (counts) {
      reading.ifPresent(statistics::see);
    }
    if (keeps) {
      pairs.add(place);
    }
  }

  Checker checker() {
    return checker;
  }

  /** Empty unless terms are counted. */
  TermStatistics statistics() {
    return statistics;
  }

  /** Empty unless pairs are kept. */
  List<CheckedPair<Passage>> kept() {
    return List.copyOf(pairs);
  }
}
