package ballast.app.check;

import ballast.app.Workplace;
import ballast.app.check.CheckSettings.EntryScope;
import ballast.check.CheckedPair;
import ballast.check.Checker;
import ballast.check.LocatedFinding;
import ballast.check.PairChecker;
import ballast.check.PairReading;
import ballast.check.Passage;
import ballast.check.Rule;
import ballast.check.TermJudge;
import ballast.check.TermStatistics;
import ballast.check.Waiver;
import ballast.check.Waivers;
import ballast.glossary.Glossary;
import ballast.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Rules, glossaries and settings that are ready for use; the same for every pair of texts.
 * Thread-safe.
 */
final class CheckPlan {

  private final List<Rule> rules;
  private final Glossary all;
  private final Glossary terms;
  private final TermJudge judge;
  private final BiPredicate<String, String> considered;
  private final SettingsFilter settings;

  /**
   * @param documents whether the findings are in documents of a memory and not in files
   * @throws ballast.bitext.InputException if the choice, the settings or the scope name an unknown
   *     term, domain or project
   */
  CheckPlan(
      RuleChoice choice,
      CheckSettings settings,
      ReadGlossaries glossaries,
      Lexicon lexicon,
      Workplace workplace,
      boolean documents) {
    this.rules = choice.rules(settings);
    this.all = Glossary.of(glossaries.concepts());
    this.terms = glossaries.scope().of(all);
    this.settings = new SettingsFilter(settings, all, workplace, documents);
    this.judge = new TermJudge(terms, lexicon, lexicon);
    Set<String> leftOut = EntryScope.leftOut(all, terms);
    this.considered =
        choice.considered(rules, terms.concepts()).and((rule, term) -> !leftOut.contains(term));
  }

  /** The concepts that are used. */
  Glossary terms() {
    return terms;
  }

  TermJudge judge() {
    return judge;
  }

  /** Which findings are looked for, by rule and term. */
  BiPredicate<String, String> considered() {
    return considered;
  }

  /**
   * Starts a check.
   *
   * @param counts whether terms are counted
   * @param keeps whether the pairs are kept
   */
  CheckRun start(boolean counts, boolean keeps) {
    return new CheckRun(judge, rules, counts, keeps);
  }

  /**
   * Whether the settings let findings of a rule, about a term, count.
   *
   * @param file file or document
   */
  boolean counts(String rule, String term, String file) {
    return settings.counts(rule, term, file);
  }

  /** Divides the findings of a run into open and waived ones. */
  Waivers.Outcome apply(CheckRun run, List<Waiver> astray) {
    return new Waivers(run.checker().waiving(), astray, all.concepts())
        .apply(run.checker().findings(), run.checker().unchecked(), considered);
  }

  /** Selects the findings to report. */
  FindingFilter filter(Changes changes) {
    return new FindingFilter(considered, settings, changes);
  }

  /** Checks pairs one at a time, by the same rules. */
  PairChecker pairs() {
    return new PairChecker(judge, rules);
  }

  /** The findings among these that are to be reported, if nothing is waived. */
  List<LocatedFinding> reported(List<LocatedFinding> findings) {
    return filter(Changes.everything()).open(new Waivers.Outcome(findings, List.of()));
  }

  /** The findings of a run that are to be reported, if every pair counts as changed. */
  List<LocatedFinding> findings(CheckRun run) {
    return filter(Changes.everything()).open(apply(run, List.of()));
  }

  /** Applies the rules to each pair of texts and keeps the results. */
  static final class CheckRun {

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
}
