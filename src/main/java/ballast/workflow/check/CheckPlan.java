package ballast.workflow.check;

import ballast.check.LocatedFinding;
import ballast.check.PairChecker;
import ballast.check.Rule;
import ballast.check.Waiver;
import ballast.check.Waivers;
import ballast.check.term.TermJudge;
import ballast.glossary.Glossary;
import ballast.lexicon.Lexicon;
import ballast.workflow.Workplace;
import java.util.List;
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
}
